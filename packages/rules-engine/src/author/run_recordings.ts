import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { FrameReader } from '@tracee/event-schema';
import { RulesError } from '../exit_codes';
import { signatureFiles, stem } from '../load/discover';
import { loadSignature } from '../load/load_signature';
import { Engine, tracedEvents } from '../match/engine';
import { counted } from '../output/counted';
import { visible } from '../output/visible_text';
import { reason } from '../reason';
import type { Outcome } from './run_tests';

/** What a replay found: the signature, and a few words on the event. */
interface Found {
  readonly name: string;
  readonly text: string;
}

/**
 * Replays recordings with all signatures of a directory: attacks/NAME.frames must be found by signature NAME, and in benign/*.frames
 * nothing may be found. Each may be compressed (.frames.gz).
 */
export async function runRecordings(signatures: string, recordings: string): Promise<Outcome[]> {
  const files = signatureFiles(signatures);
  const names = new Set(files.map(stem));
  const outcomes: Outcome[] = [];
  const check = async (kind: 'attacks' | 'benign', signature: string, file: string, judge: Judge) => {
    const began = performance.now();
    const problem = await replay(files, join(recordings, kind, file)).then(judge, messageOf);
    outcomes.push({ signature, name: `${kind}: ${file}`, problem, milliseconds: performance.now() - began });
  };
  for (const file of recordingsIn(join(recordings, 'attacks'))) {
    const name = recordingName(file);
    if (names.has(name)) await check('attacks', name, file, (found) => missed(name, found));
  }
  for (const file of recordingsIn(join(recordings, 'benign'))) await check('benign', 'recordings', file, tooMany);
  if (outcomes.length === 0)
    throw new RulesError(
      'usage',
      `test recordings: ${recordings}: none for these signatures (attacks/NAME.frames, benign/*.frames)`,
    );
  return outcomes;
}

type Judge = (found: readonly Found[]) => string | undefined;

const missed = (name: string, found: readonly Found[]) =>
  found.some((one) => one.name === name)
    ? undefined
    : `not found (found: ${[...new Set(found.map((one) => one.name))].join(', ') || 'nothing'})`;

const tooMany: Judge = (found) =>
  found.length === 0 ? undefined : `${counted(found.length, 'finding')}:\n${found.map(({ text }) => text).join('\n')}`;

const recordingPattern = /^([^.]+)\.frames(\.gz)?$/;
const recordingName = (file: string) => recordingPattern.exec(file)?.[1] ?? '';

function recordingsIn(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((file) => recordingPattern.test(file))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new RulesError('failure', `test recordings: ${directory}: ${reason(error)}`, { cause: error });
  }
}

/** With signatures that remember nothing of the recording before. */
async function replay(files: readonly string[], path: string): Promise<Found[]> {
  const signatures = await Promise.all(files.map((file) => loadSignature(file)));
  const found: Found[] = [];
  const engine = new Engine(signatures, {
    found: ({ meta, event }) =>
      found.push({
        name: meta.name,
        text: `${meta.name}: ${event.eventName} of ${visible(event.processName)}, process ${event.hostProcessId}`,
      }),
    failed: ({ meta, event, error }) => {
      throw new Error(`signature ${meta.name} failed on ${event.eventName}: ${messageOf(error)}`);
    },
  });
  const reader = new FrameReader({ event: (event) => engine.match(event) }, tracedEvents(signatures));
  const bytes = readFileSync(path);
  reader.push(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  reader.finish();
  if (!reader.ended) throw new Error('the recording is not complete');
  await engine.settled();
  return found;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
