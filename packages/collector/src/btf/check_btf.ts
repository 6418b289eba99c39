import { CollectError, messageOf } from '../errors';
import type { NativeModule } from '../native';
import { type Choice, describe } from './choose';
import type { Host } from './host';
import { disagreements } from './self_check';

/**
 * Throws when what is read with the chosen BTF is not so. The kernel's own BTF cannot be of another kernel, and is not checked: it
 * would cost every start a second load.
 */
export async function checkBtf(
  native: NativeModule,
  choice: Choice,
  path: string | undefined,
  host: Host,
): Promise<void> {
  if (choice.btf.of !== 'kernel') await selfCheck(native, choice, path, host);
}

/** Throws a CollectError that names the BTF and what did not agree, or why the programs do not load with it. */
export async function selfCheck(
  native: NativeModule,
  { objects, btf }: Choice,
  path: string | undefined,
  host: Host,
): Promise<void> {
  const subject = btf.of === 'none' ? `TRACEE_BPF_FILE, ${objects[0]?.path}` : describe(btf, host);
  const fault = (found: string, lines: readonly string[]) =>
    new CollectError(
      'unsupported',
      [`self-check: ${subject}: ${found}, ${host.release} (${remedy[btf.of]})`, ...lines].join('\n  '),
    );
  let wrong: readonly string[];
  try {
    wrong = await disagreements(native, objects, path);
  } catch (error) {
    if (error instanceof CollectError && error.code === 'permission') throw error;
    throw fault('no child can be traced with it on this kernel', [messageOf(error)]);
  }
  if (wrong.length > 0) throw fault('does not fit this kernel', wrong);
}

const remedy = {
  kernel: 'report it, with the lines below',
  file: 'name BTF of this kernel in TRACEE_BTF_FILE, or unset it',
  embedded: 'name BTF of this kernel in TRACEE_BTF_FILE; tracee-collect build --output FILE makes it',
  built: 'remove it and run tracee-collect build again, or name BTF of this kernel in TRACEE_BTF_FILE',
  none: 'build it for this kernel: tracee-collect build --object, or unset TRACEE_BPF_FILE',
} as const;
