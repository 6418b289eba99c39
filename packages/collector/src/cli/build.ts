import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtDirectory, builtName } from '../btf/built';
import { compileBtf } from '../btf/compile_btf';
import { readBtfFile } from '../btf/given_file';
import { reason, thisArch } from '../btf/host';
import { kernelConfig } from '../btf/kernel_config';
import { findHeaders } from '../btf/kernel_headers';
import { typesRead } from '../btf/needs';
import { relocateObject } from '../btf/relocate';
import { CollectError } from '../errors';
import { builtObjects } from '../kernel/load';
import type { Log } from './log';

export const buildUsage = `tracee-collect build [options]

Makes BTF of this kernel from its headers, with clang, and keeps it where tracee-collect looks for it: for kernels that were built
without CONFIG_DEBUG_INFO_BTF and are not among those whose BTF the package brings. Root is needed only to write into the cache.
With --object, makes a BPF object that fits this kernel alone and needs no BTF, for TRACEE_BPF_FILE: from BTF that it makes likewise, or,
without headers and clang, from that of TRACEE_BTF_FILE.

  --release RELEASE   the kernel to make it for (default: the running one)
  --headers DIRECTORY its headers, configured (default: /lib/modules/RELEASE/build)
  --output FILE       write the BTF there, for TRACEE_BTF_FILE; needed with --object
  --object            write the package's BPF object with the kernel's offsets in it, to FILE

Environment:
  CLANG             compiler (default: clang)
  TRACEE_BTF_FILE   BTF of the kernel to make the object for, or its vmlinux
  TRACEE_BTF_CACHE  the cache (default: /var/cache/tracee/btf)
`;

const options = {
  release: { type: 'string' },
  headers: { type: 'string' },
  output: { type: 'string' },
  object: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Makes BTF of a kernel, or the BPF object for it; what it printed for the user. */
export function build(args: readonly string[], env: Environment, log: Log): string {
  const { values } = parse(args);
  if (values.help) return buildUsage;
  if (values.object) return buildObject(values, env, log);
  const { btf, headers } = btfFromHeaders(values, env, log);
  // what the running kernel shows is what step 5 will compare with
  const shown =
    headers.release === release() ? kernelConfig(headers.release, env.KCONFIG_FILE || undefined) : undefined;
  const config = shown?.text ?? headers.config;
  const path = values.output ?? join(builtDirectory(env), builtName(headers.release, config));
  write(path, btf);
  return `${path}\n`;
}

type Values = ReturnType<typeof parse>['values'];

function buildObject(values: Values, env: Environment, log: Log): string {
  const { output, headers } = values;
  const given = env.TRACEE_BTF_FILE || undefined;
  if (output === undefined)
    throw new CollectError('usage', 'build: --object: no --output (name the file that TRACEE_BPF_FILE will name)');
  if (given !== undefined && (headers ?? values.release) !== undefined)
    throw new CollectError(
      'usage',
      'build: --object: both TRACEE_BTF_FILE and headers are given (unset TRACEE_BTF_FILE, or leave out --headers and --release)',
    );
  const btf = given === undefined ? btfFromHeaders(values, env, log).btf : readBtfFile(given, thisArch());
  write(output, relocateObject(rawObject(), btf));
  return `${output}\n`;
}

function btfFromHeaders(values: Values, env: Environment, log: Log) {
  const headers = findHeaders(values.release ?? release(), values.headers);
  if (values.release !== undefined && values.release !== headers.release)
    throw new CollectError(
      'usage',
      `--release: ${values.release}: the headers are of ${headers.release} (name others with --headers)`,
    );
  log.info(`build: compiling the types of ${headers.release} from ${headers.build}`);
  const { btf, missing } = compileBtf(headers, typesRead(rawObject()), env.CLANG || 'clang');
  if (missing.length > 0)
    log.warn(`build: not in the headers: ${missing.join(', ')} (what reads them may be unavailable)`);
  return { btf, headers };
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
