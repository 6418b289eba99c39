import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export const inRoot = (...path) => join(root, ...path);

/** The command that runs a tool of node_modules with this Node, whatever PATH says. */
export const nodeTool = (name, ...args) => [process.execPath, realpathSync(inRoot('node_modules/.bin', name)), ...args];
