import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './checkout.mjs';

const notSources = new Set(['node_modules', 'dist', 'build']);

/** Files below a path of the checkout, or the file itself; nothing when it is not there. */
function* filesOf(path) {
  const found = statSync(inRoot(path), { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) yield { path, found };
  else for (const name of readdirSync(inRoot(path)).sort()) if (!notSources.has(name)) yield* filesOf(join(path, name));
}

/** What the inputs are now, by size and time: reading a few hundred files would cost more than a start may. */
function stateOf({ inputs, work }) {
  const hash = createHash('sha256').update(`${process.arch} ${work}\n`);
  for (const input of inputs)
    for (const { path, found } of filesOf(input)) hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
  return hash.digest('hex');
}

const stampOf = ({ name }) => inRoot('.cache/build', name);

export function upToDate(step) {
  if (!step.outputs.every((path) => existsSync(inRoot(path)))) return false;
  const stamp = stampOf(step);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOf(step);
}

/** Call it with what upToDate would have compared, taken before the work: what changes meanwhile is built next time. */
export function stamper(step) {
  const state = stateOf(step);
  return () => {
    mkdirSync(dirname(stampOf(step)), { recursive: true });
    writeFileSync(stampOf(step), state);
  };
}
