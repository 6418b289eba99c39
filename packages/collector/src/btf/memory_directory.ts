import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory first: nothing touches a disk. */
const directories = ['/dev/shm', '/run', tmpdir()];

/** Runs `use` with a directory that only this user can enter, and that is gone when it returns. */
export async function withMemoryDirectory<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const directory = create();
  try {
    return await use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function create(): string {
  let failure: unknown;
  for (const directory of directories) {
    try {
      return mkdtempSync(join(directory, 'tracee-'));
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
