import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CollectError } from '../errors';
import { configOption } from './kernel_config';

/** Headers of one kernel: what its configuration generated, and the sources; one directory or, on Debian, two. */
export interface KernelHeaders {
  readonly build: string;
  readonly source: string;
  readonly config: string;
  /** uname -r of the kernel they are of. */
  readonly release: string;
}

const fault = (path: string, found: string, todo: string) =>
  new CollectError('unsupported', `kernel headers: ${path}: ${found} (${todo})`);

/** The headers that are installed for a release, or those in a directory. */
export function findHeaders(release: string, given: string | undefined): KernelHeaders {
  const build = given ?? `/lib/modules/${release}/build`;
  const install =
    given === undefined
      ? `install them, on Debian: apt-get install linux-headers-${release}`
      : 'name the directory that has .config and include/generated';
  if (!existsSync(build)) throw fault(build, 'not there', install);
  const read = (path: string) => {
    try {
      return readFileSync(join(build, path), 'utf8');
    } catch {
      throw fault(join(build, path), 'not there', install);
    }
  };
  const config = read('.config');
  const own = read('include/generated/utsrelease.h').match(/UTS_RELEASE "([^"]+)"/)?.[1] ?? '';
  if (given === undefined && own !== release) throw fault(build, `of ${own}, not of ${release}`, install);
  for (const option of ['RANDSTRUCT', 'GCC_PLUGIN_RANDSTRUCT'])
    if (configOption(config, option) === 'y')
      throw fault(
        build,
        `CONFIG_${option} is on, which gives structures a random order`,
        'a kernel like that needs BTF of its own: CONFIG_DEBUG_INFO_BTF',
      );
  const source = realpathSync(sourceOf(build) ?? missingSource(build, install));
  return { build: realpathSync(build), source, config, release: own };
}

/** Beside the link to the build directory, named in its Makefile, or the same directory. */
function sourceOf(build: string): string | undefined {
  const makefile = existsSync(join(build, 'Makefile')) ? readFileSync(join(build, 'Makefile'), 'utf8') : '';
  const named = /^include (\S+)\/Makefile$/m.exec(makefile)?.[1];
  const beside = build.replace(/-(?:cloud-|rt-)?(?:amd64|arm64)\/*$/, '-common');
  const candidates = [join(build, '../source'), ...(named === undefined ? [] : [named]), beside, build];
  return candidates.map((path) => resolve(path)).find((path) => existsSync(join(path, 'include/linux/sched.h')));
}

function missingSource(build: string, todo: string): never {
  throw fault(build, 'no include/linux/sched.h there, nor where it points to', todo);
}
