import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** The manifest stands one level above src, and two above dist/src. */
const manifest = ['../package.json', '../../package.json']
  .map((path) => resolve(__dirname, path))
  .find(existsSync) as string;

export const version: string = JSON.parse(readFileSync(manifest, 'utf8')).version;
