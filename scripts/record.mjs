// record.mjs attacks: performs the acts of the signatures in a virtual machine, and writes recordings/attacks/NAME.frames, one for each.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInGuest, stageGuest } from '../test/vm/guest.mjs';
import { kernels } from '../test/vm/lib/kernels.mjs';
import { attacks } from './record/attacks.mjs';
import { recordingOf } from './record/recording.mjs';
import { inRoot } from './setup/checkout.mjs';
import { exitWith, SetupError } from './setup/report.mjs';
import { setUp } from './setup.mjs';

const subjects = { attacks };
/** The kernel with the most events. */
const series = '6.1';

exitWith(() => {
  const [name] = process.argv.slice(2);
  const subject = subjects[name];
  if (subject === undefined)
    throw new SetupError(`record: ${name}: no such subject (${Object.keys(subjects).join(', ')})`);
  setUp('guests');
  const directory = mkdtempSync(join(tmpdir(), 'tracee-record-'));
  try {
    const root = join(directory, 'root');
    stageGuest(root);
    writeFileSync(join(root, 'acts.json'), JSON.stringify(subject.acts));
    const kernel = kernels.find((one) => one.series === series);
    const command = 'node build/test/test/recordings/record.js /out/results.json /acts.json';
    const { status, results } = runInGuest({ kernel, root, command, timeoutSeconds: 900 });
    if (results === undefined) throw new SetupError(`record: the guest left no recording (status ${status})`);
    const capture = Buffer.from(results.capture, 'base64');
    mkdirSync(inRoot('recordings', name), { recursive: true });
    for (const { file, pid } of subject.recordings(results.acts)) {
      const { bytes, events } = recordingOf(capture, pid);
      if (events === 0) throw new SetupError(`record: ${file}: no event of process ${pid}`);
      writeFileSync(inRoot('recordings', name, file), bytes);
      process.stderr.write(`${file}: ${events} events, ${bytes.length} bytes\n`);
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
});
