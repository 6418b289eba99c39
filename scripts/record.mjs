// record.mjs attacks|benign: performs the acts of the signatures, or everyday ones, in a virtual machine, and writes a recording of each to
// recordings/attacks or recordings/benign.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runInGuest, stageGuest } from '../test/vm/guest.mjs';
import { kernels } from '../test/vm/lib/kernels.mjs';
import { attacks } from './record/attacks.mjs';
import { benign } from './record/benign.mjs';
import { recordingOf } from './record/recording.mjs';
import { inRoot } from './setup/checkout.mjs';
import { exitWith, SetupError } from './setup/report.mjs';
import { setUp } from './setup.mjs';

const subjects = { attacks, benign };
/** The kernel with the most events. */
const series = '6.1';

exitWith(async () => {
  const [name] = process.argv.slice(2);
  const subject = subjects[name];
  if (subject === undefined)
    throw new SetupError(`record: ${name}: no such subject (${Object.keys(subjects).join(', ')})`);
  setUp('guests');
  const directory = mkdtempSync(join(tmpdir(), 'tracee-record-'));
  try {
    const root = join(directory, 'root');
    stageGuest(root);
    subject.stage?.(root);
    writeFileSync(join(root, 'acts.json'), JSON.stringify(subject.acts));
    const kernel = kernels.find((one) => one.series === series);
    const command = 'node build/test/test/recordings/record.js /out/results.json /acts.json';
    const { status, results } = await runInGuest({
      kernel,
      root,
      command,
      timeoutSeconds: 900,
      memory: subject.memory,
    });
    if (results === undefined) throw new SetupError(`record: the guest left no recording (status ${status})`);
    const capture = Buffer.from(results.capture, 'base64');
    mkdirSync(inRoot('recordings', name), { recursive: true });
    for (const { file, pid } of subject.recordings(results.acts)) {
      const { bytes, events } = recordingOf(capture, pid);
      if (events === 0) throw new SetupError(`record: ${file}: no event of process ${pid}`);
      const written = file.endsWith('.gz') ? gzipSync(bytes, { level: 9 }) : bytes;
      writeFileSync(inRoot('recordings', name, file), written);
      process.stderr.write(`${file}: ${events} events, ${written.length} bytes\n`);
    }
    if (status !== 0) throw new SetupError(`record: ${name}: not every act succeeded`);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
