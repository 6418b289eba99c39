import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for each test of a file; the function gives a path in it. */
export function temporaryDirectory(): (name: string) => string {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'tracee-rules-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  return (name) => join(directory, name);
}
