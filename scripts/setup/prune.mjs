import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot } from './checkout.mjs';

const compiled = /(\.d\.ts|\.js)(\.map)?$/;

/** Removes what was compiled from sources that are gone: tsc leaves it, and signatures and tests are found by file. */
export function pruneCompiled(sources, output) {
  if (!existsSync(inRoot(output))) return;
  for (const path of filesBelow(inRoot(output))) {
    const source = inRoot(sources, relative(inRoot(output), path).replace(compiled, '.ts'));
    if (compiled.test(path) && !existsSync(source)) rmSync(path);
  }
}

function* filesBelow(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}
