import { all, type Condition, not } from '../where/condition';
import type { NumberField } from '../where/fields';

/** Access mode of open(2): what is left of the flags below O_ACCMODE. 3 opens for ioctl only. */
const O_WRONLY = 1;
const O_RDWR = 2;
const O_ACCMODE = 3;
const O_TRUNC = 0o1000;

/** The file can be read through this opening. Flags that were not recorded are neither read nor write. */
export const isReadOpen = (flags: number | null): boolean =>
  flags !== null && ((flags & O_ACCMODE) === 0 || (flags & O_ACCMODE) === O_RDWR);

/** The file can be written through this opening. */
export const isWriteOpen = (flags: number | null): boolean =>
  flags !== null && ((flags & O_ACCMODE) === O_WRONLY || (flags & O_ACCMODE) === O_RDWR);

/** The opening empties the file. */
export const isTruncatingOpen = (flags: number | null): boolean => isWriteOpen(flags) && ((flags ?? 0) & O_TRUNC) !== 0;

/** The same of the argument, for `where`. */
export const readOpen = (flags: NumberField<number>): Condition => all(not(flags.isNull()), not(flags.has(O_WRONLY)));

export const writeOpen = (flags: NumberField<number>): Condition =>
  all(flags.hasAny(O_ACCMODE), not(flags.has(O_ACCMODE)));

export const truncatingOpen = (flags: NumberField<number>): Condition => all(writeOpen(flags), flags.has(O_TRUNC));
