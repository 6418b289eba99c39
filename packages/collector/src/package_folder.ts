import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Sources and compiled files lie at different depths below it. */
export function packageFolder(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder;
  }
}
