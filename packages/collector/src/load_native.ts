import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CollectError, messageOf } from './errors';
import type { NativeModule } from './native';
import { packageFolder } from './package_folder';

/** Path of an addon that was built elsewhere; tried alone. */
const override = 'TRACEE_ADDON';
const built = join('build', 'Release', 'collector.node');

/** Loads the addon. When that fails, the error says what was tried and what to do. */
export function loadNative(from: string = __dirname, env: NodeJS.ProcessEnv = process.env): NativeModule {
  const given = env[override];
  const path = given ?? join(packageFolder(from), built);
  try {
    return require(path) as NativeModule;
  } catch (error) {
    const found = existsSync(path) ? firstLine(messageOf(error)) : 'there is no such file';
    throw new CollectError(
      'unsupported',
      `load addon: ${path}: ${found} (${remedy(given !== undefined, found)})\n  ${here()}`,
    );
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;

/** What is wrong decides what helps. */
function remedy(given: boolean, found: string): string {
  if (given) return `${override} names it: correct that, or unset it`;
  const missing = /(lib(?:elf|z)\.so\S*): cannot open shared object/.exec(found)?.[1];
  if (missing !== undefined) return `install ${missing.startsWith('libz') ? 'zlib1g' : 'libelf1'}`;
  if (/GLIBC|NODE_MODULE_VERSION|wrong ELF class|invalid ELF/.test(found))
    return 'it was built for another system: npm run build';
  return 'build it: npm run build; it needs g++, make, python3, libbpf-dev, libelf-dev and zlib1g-dev';
}

const here = (): string => `tried with Node ${process.version} on ${process.platform} ${process.arch}`;
