import { any, type Condition } from '../where/condition';
import type { FlagsField, NumberField, TextField } from '../where/fields';

/** io_uring_enter has one number on every architecture (it came after the tables were joined, Linux 5.1). */
const IO_URING_ENTER = 426;

/** The act was asked for through io_uring: in io_uring_enter, or by one of the kernel's workers for a ring, whom Tracee does not tell from others but by name. */
export const isByIoUring = ({
  syscall,
  processName,
  contextFlags,
}: {
  readonly syscall: number;
  readonly processName: string;
  readonly contextFlags: { readonly ioWorker: boolean };
}): boolean => syscall === IO_URING_ENTER || contextFlags.ioWorker || processName.startsWith('iou-');

/** The same, for `where`. */
export const byIoUring = ({
  syscall,
  processName,
  contextFlags,
}: {
  readonly syscall: NumberField<number>;
  readonly processName: TextField;
  readonly contextFlags: FlagsField;
}): Condition => any(syscall.eq(IO_URING_ENTER), contextFlags.has('ioWorker'), processName.startsWith('iou-'));
