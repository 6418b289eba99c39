import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { needsDigest } from '@tracee/collector/dist/src/btf/needs';
import { minimalDirectory, write } from './cache';
import { canonical } from './layout';
import type { BpfObject } from './object';
import { run } from './run';

/** Of the canonical form: what was made by another one is made again. */
const formVersion = 2;

/** What of a kernel's BTF an object needs, in its canonical form; kept, so that it is made once for the same needs. */
export function minimise(btf: Buffer, { path: object, needs }: BpfObject): Buffer {
  const path = join(
    minimalDirectory,
    `${formVersion}-${needsDigest(needs)}`,
    `${createHash('sha256').update(btf).digest('hex')}.btf`,
  );
  if (existsSync(path)) return readFileSync(path);
  const minimal = canonical(bpftoolMinimal(btf, object));
  // bpftool takes from the canonical form all that it took before
  if (!canonical(bpftoolMinimal(minimal, object)).equals(minimal))
    throw new Error('minimise: the canonical form is not complete');
  write(path, minimal);
  return minimal;
}

function bpftoolMinimal(btf: Buffer, object: string): Buffer {
  const work = mkdtempSync(join(tmpdir(), 'minimise-'));
  try {
    writeFileSync(join(work, 'whole.btf'), btf);
    run(['bpftool', 'gen', 'min_core_btf', 'whole.btf', 'minimal.btf', object], work);
    return readFileSync(join(work, 'minimal.btf'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
