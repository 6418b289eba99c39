import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtDirectory, builtName } from '../btf/built';
import { compileBtf } from '../btf/compile_btf';
import { reason } from '../btf/host';
import { kernelConfig } from '../btf/kernel_config';
import { findHeaders } from '../btf/kernel_headers';
import { typesRead } from '../btf/needs';
import { CollectError } from '../errors';
import { builtObjects } from '../kernel/load';
import type { Log } from './log';

export const buildUsage = `tracee-collect build [options]

Makes BTF of this kernel from its headers, with clang, and keeps it where tracee-collect looks for it: for kernels that were built
without CONFIG_DEBUG_INFO_BTF and are not among those whose BTF the package brings. Root is needed only to write into the cache.

  --release RELEASE   the kernel to make it for (default: the running one)
  --headers DIRECTORY its headers, configured (default: /lib/modules/RELEASE/build)
  --output FILE       write the BTF there, for TRACEE_BTF_FILE

Environment:
  CLANG             compiler (default: clang)
  TRACEE_BTF_CACHE  the cache (default: /var/cache/tracee/btf)
`;

const options = {
  release: { type: 'string' },
  headers: { type: 'string' },
  output: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Makes BTF of a kernel; what it printed for the user. */
export function build(args: readonly string[], env: Environment, log: Log): string {
  const { values } = parse(args);
  if (values.help) return buildUsage;
  const headers = findHeaders(values.release ?? release(), values.headers);
  if (values.release !== undefined && values.release !== headers.release)
    throw new CollectError(
      'usage',
      `--release: ${values.release}: the headers are of ${headers.release} (name others with --headers)`,
    );
  log.info(`build: compiling the types of ${headers.release} from ${headers.build}`);
  const raw = rawObject();
  const { btf, missing } = compileBtf(headers, typesRead(raw), env.CLANG || 'clang');
  if (missing.length > 0)
    log.warn(`build: not in the headers: ${missing.join(', ')} (what reads them may be unavailable)`);
  // what the running kernel shows is what step 5 will compare with
  const shown =
    headers.release === release() ? kernelConfig(headers.release, env.KCONFIG_FILE || undefined) : undefined;
  const config = shown?.text ?? headers.config;
  const path = values.output ?? join(builtDirectory(env), builtName(headers.release, config));
  write(path, btf);
  return `${path}\n`;
}

/** What it reads decides which types are compiled. */
function rawObject(): string {
  const path = builtObjects().find(({ probes }) => probes === 'raw')?.path ?? '';
  if (!existsSync(path)) throw new CollectError('unsupported', `build: ${path}: not there (build it: npm run build)`);
  return path;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options });
  } catch (error) {
    throw new CollectError('usage', `build: ${(error as Error).message} (see tracee-collect build --help)`);
  }
}

/** Whole or not at all. */
function write(path: string, bytes: Buffer): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, bytes);
    renameSync(`${path}.new`, path);
  } catch (error) {
    throw new CollectError(
      'output',
      `build: ${path}: ${reason(error)} (run as root, or choose a place with --output or TRACEE_BTF_CACHE)`,
    );
  }
}
