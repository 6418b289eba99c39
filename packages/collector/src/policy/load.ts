import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Arch, EventDefinition } from '@tracee/event-schema';
import { CollectError, messageOf } from '../errors';
import type { Scope } from '../filter/condition';
import { policyScope } from './scope';

/** Loaded for the first policy: its parsers take more than a tenth of a second. */
const reader = () => require('./read') as typeof import('./read');

const isPolicyFile = (name: string): boolean => /\.(ya?ml|json)$/i.test(name) && !name.startsWith('.');

/** The scopes of policy files, and of the .yaml, .yml and .json files of directories, in the order of their names. */
export function loadPolicies(paths: readonly string[], catalogue: readonly EventDefinition[], arch: Arch): Scope[] {
  return paths
    .flatMap(policyFiles)
    .flatMap((file) => reader().readPolicies(file, read(file)))
    .map((policy) => policyScope(policy, catalogue, arch));
}

function policyFiles(path: string): string[] {
  return attempt(path, () => {
    if (!statSync(path).isDirectory()) return [path];
    const files = readdirSync(path).filter(isPolicyFile).sort();
    if (files.length === 0)
      throw new CollectError('usage', `policy: ${path}: no .yaml, .yml or .json file in this directory`);
    return files.map((name) => join(path, name));
  });
}

const read = (file: string): string => attempt(file, () => readFileSync(file, 'utf8'));

function attempt<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof CollectError) throw error;
    throw new CollectError('usage', `policy: ${path}: ${messageOf(error)} (give a file or a directory of policies)`);
  }
}
