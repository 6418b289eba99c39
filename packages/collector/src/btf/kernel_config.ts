import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { CollectError } from '../errors';
import { reason } from './host';

export interface KernelConfig {
  readonly path: string;
  readonly text: string;
}

const gzipMagic = 0x1f8b;

/** The configuration of the running kernel; KCONFIG_FILE names it where a container does not show the host's. Undefined: nowhere. */
export function kernelConfig(release: string, given: string | undefined): KernelConfig | undefined {
  for (const path of given
    ? [given]
    : ['/proc/config.gz', `/boot/config-${release}`, `/lib/modules/${release}/config`]) {
    try {
      return { path, text: readConfig(path) };
    } catch (error) {
      if (given)
        throw new CollectError(
          'unsupported',
          `KCONFIG_FILE: ${path}: ${reason(error)} (name the kernel's config, plain or compressed with gzip)`,
        );
    }
  }
  return undefined;
}

function readConfig(path: string): string {
  const bytes = readFileSync(path);
  const text = (bytes.length > 1 && bytes.readUInt16BE(0) === gzipMagic ? gunzipSync(bytes) : bytes).toString('utf8');
  if (!/^(# )?CONFIG_/m.test(text)) throw new Error('no kernel configuration in it');
  return text;
}

/** Debian gives its packages of headers others of these than its kernels. No structure depends on them. */
const notOfStructures = /^CONFIG_(BUILD_SALT|MODULE_SIG_ALL|MODULE_SIG_KEY|SYSTEM_TRUSTED_KEYS)=/;

/** Short name of a configuration: of the options that are on, or modules; comments and order do not count. */
export function configDigest(text: string): string {
  const lines = text.split('\n').filter((line) => /^CONFIG_\w+=/.test(line) && !notOfStructures.test(line));
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16);
}

/** y, m, or undefined for an option that is off. */
export const configOption = (text: string, name: string): string | undefined =>
  new RegExp(`^CONFIG_${name}=(.*)$`, 'm').exec(text)?.[1];
