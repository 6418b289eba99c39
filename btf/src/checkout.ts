import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout's directory; sources and compiled files lie at different depths below it. */
export const root = above(__dirname);

function above(directory: string): string {
  return existsSync(join(directory, 'lerna.json')) ? directory : above(dirname(directory));
}
