import { existsSync } from 'node:fs';
import { builtObjects } from '../kernel/load';
import { builtDirectory, findBuilt } from './built';
import type { Survey } from './choose';
import { findEmbedded, packPath } from './embedded';
import { checkBpfFile, checkBtfFile } from './given_file';
import { thisHost } from './host';
import { kernelConfig } from './kernel_config';

type Environment = Readonly<Record<string, string | undefined>>;

/** Looks at this machine. Throws a CollectError for a file that the user named and that cannot be what it should be. */
export function surveyHost(env: Environment, nearest: boolean): Survey {
  const host = thisHost(env);
  const { TRACEE_BPF_FILE: object, TRACEE_BTF_FILE: btf } = env;
  return {
    host,
    ...(object ? { givenObject: checkBpfFile(object, host.arch) } : {}),
    ...(btf ? { givenBtf: checkBtfFile(btf, host.arch) } : {}),
    kernelBtf: existsSync('/sys/kernel/btf/vmlinux'),
    objects: builtObjects(),
    embedded: () => findEmbedded(host, nearest, packPath),
    built: () =>
      findBuilt(builtDirectory(env), host.release, kernelConfig(host.release, env.KCONFIG_FILE || undefined)),
  };
}
