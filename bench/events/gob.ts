import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../measure/compare';
import { jsonLines } from './plain';

/** bench/gob, when Go was there to compile it. */
export const gobProgram = join(__dirname, '../../../bench/gob');

let lines: string | undefined;

/** The events of the reference mix as lines of JSON in a file that goes with this process. */
function fileOfLines(count: number): string {
  if (lines !== undefined) return lines;
  const directory = mkdtempSync(join(tmpdir(), 'tracee-bench-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  lines = join(directory, 'events.jsonl');
  writeFileSync(lines, `${jsonLines(count).join('\n')}\n`);
  return lines;
}

/** The case of Go's own encoding, or none without Go. */
export function gob(work: 'encode' | 'decode' | 'match', count: number): Record<string, Case> {
  // a case's own process needs no other case
  if (process.argv[2] !== undefined || !existsSync(gobProgram)) return {};
  return { 'Go, gob': [gobProgram, work, fileOfLines(count)] };
}
