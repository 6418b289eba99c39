import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inRoot, root } from './checkout.mjs';

/** Directories, from the checkout's root, of the packages and of all that they depend on, as Node would find them. */
export function dependencyDirectories(names) {
  const found = new Set();
  const visit = (name, from) => {
    const directory = find(name, from);
    if (directory === undefined || found.has(directory)) return; // an optional one of another platform
    found.add(directory);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      readFileSync(inRoot(directory, 'package.json'), 'utf8'),
    );
    for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies }))
      visit(dependency, inRoot(directory));
  };
  for (const name of names) visit(name, root);
  return [...found];
}

function find(name, from) {
  const path = join(from, 'node_modules', name);
  if (existsSync(join(path, 'package.json'))) return relative(root, realpathSync(path));
  return from === root ? undefined : find(name, dirname(from));
}
