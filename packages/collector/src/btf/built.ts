import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './embedded';
import { reason } from './host';
import { configDigest, type KernelConfig } from './kernel_config';

/** Where `tracee-collect build` keeps what it made, by release and digest of the kernel's configuration. */
export const builtDirectory = (env: Readonly<Record<string, string | undefined>>): string =>
  env.TRACEE_BTF_CACHE || '/var/cache/tracee/btf';

export const builtName = (release: string, config: string): string => `${release}.${configDigest(config)}.btf`;

/** BTF that was built for this kernel. Where the configuration is not to be seen, the only one of the release is taken. */
export function findBuilt(directory: string, release: string, config: KernelConfig | undefined): Finding<Buffer> {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch (error) {
    return { missing: `${directory}: ${reason(error)}` };
  }
  const wanted = config === undefined ? undefined : builtName(release, config.text);
  const ofRelease = names.filter(
    (name) => name.startsWith(`${release}.`) && /^[0-9a-f]{16}\.btf$/.test(name.slice(release.length + 1)),
  );
  const found = wanted === undefined ? ofRelease : ofRelease.filter((name) => name === wanted);
  const [name] = found;
  if (name === undefined) {
    const other =
      ofRelease.length > 0 && config !== undefined
        ? `, but ${ofRelease.join(', ')}: of another configuration than ${config.path}`
        : '';
    return { missing: `${directory}: no ${wanted ?? `${release}.*.btf`}${other}` };
  }
  if (found.length > 1)
    return {
      missing: `${directory}: ${found.join(', ')}: which one cannot be told without the kernel's configuration (KCONFIG_FILE)`,
    };
  const path = join(directory, name);
  try {
    return { found: readFileSync(path), where: path };
  } catch (error) {
    return { missing: `${path}: ${reason(error)}` };
  }
}
