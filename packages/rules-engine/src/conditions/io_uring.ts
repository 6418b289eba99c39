import { any, type Condition } from '../where/condition';
import type { NumberField, TextField } from '../where/fields';

/** io_uring_enter has one number on every architecture (it came after the tables were joined, Linux 5.1). */
const IO_URING_ENTER = 426;

/** The act was asked for through io_uring: in io_uring_enter, or by one of the kernel's workers for a ring. */
export const isByIoUring = ({
  syscall,
  processName,
}: {
  readonly syscall: number;
  readonly processName: string;
}): boolean => syscall === IO_URING_ENTER || processName.startsWith('iou-');

/** The same, for `where`. */
export const byIoUring = ({
  syscall,
  processName,
}: {
  readonly syscall: NumberField<number>;
  readonly processName: TextField;
}): Condition => any(syscall.eq(IO_URING_ENTER), processName.startsWith('iou-'));
