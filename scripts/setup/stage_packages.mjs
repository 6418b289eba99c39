import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inRoot } from './checkout.mjs';
import { dependencyDirectories } from './node_packages.mjs';

/** What of a package of the workspace runs. */
const workspaceParts = ['package.json', 'LICENSE', 'bin', 'dist', 'btf', 'proto'];
/** What of a package is not needed to run it. */
const notRun = /(\/node_modules|\.d\.[cm]?ts|\.map|\.md|\.ts)$/;

/** Copies what the named packages need to run, built, to where they lie in a checkout: without sources, compilers and tests. */
export function stagePackages(names, destination) {
  for (const directory of dependencyDirectories(names)) {
    if (isWorkspace(directory)) stageWorkspace(directory, destination);
    else stage(destination, directory, (path) => !notRun.test(path.slice(inRoot(directory).length)));
  }
}

const isWorkspace = (directory) => /^packages\/[^/]+$/.test(directory);

function stageWorkspace(directory, destination) {
  for (const part of workspaceParts)
    if (existsSync(inRoot(directory, part))) stage(destination, `${directory}/${part}`);
  const link = join(destination, 'node_modules/@tracee', basename(directory));
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(`../../${directory}`, link);
}

/** Copies a path of the checkout to the same place below another directory. */
export const stage = (destination, path, filter = () => true) =>
  cpSync(inRoot(path), join(destination, path), { recursive: true, filter });
