import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../setup/run.mjs';

/**
 * Both ends of a kernel pipe as descriptors, to hand to two children: what Node itself puts between processes is a socket. Close them when
 * the children have them.
 */
export function openPipe() {
  const directory = mkdtempSync(join(tmpdir(), 'tracee-pipe-'));
  try {
    const path = join(directory, 'pipe');
    run(['mkfifo', '-m', '600', path]);
    // held in both directions meanwhile, so that opening one end does not wait for the other
    const both = openSync(path, 'r+');
    const pipe = { reader: openSync(path, 'r'), writer: openSync(path, 'w') };
    closeSync(both);
    return pipe;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
