import type { SyscallNumbers } from '../../events/define';
import { events } from '../generated/catalogue';
import { archOf } from '../view/arch';

type Table = keyof SyscallNumbers;

const tables = new Map<Table, ReadonlyMap<number, string>>();

/** System calls by number in one table, made when first asked for. */
function namesOf(table: Table): ReadonlyMap<number, string> {
  const known = tables.get(table);
  if (known !== undefined) return known;
  const names = new Map<number, string>();
  for (const { name, syscall } of events) {
    const number = syscall?.[table];
    if (number !== null && number !== undefined) names.set(number, name);
  }
  tables.set(table, names);
  return names;
}

/** Names for a machine (as in uname): '' for -1, the number as text where the table has no name. */
export function syscallNames(machine: string): (number: number, isCompat: boolean) => string {
  const native = archOf(machine);
  return (number, isCompat) => (number < 0 ? '' : (namesOf(isCompat ? 'ia32' : native).get(number) ?? `${number}`));
}

/** The inverse; -1 for a name that is none. */
export function syscallNumber(machine: string, name: string): number {
  if (/^\d{1,9}$/.test(name)) return Number(name);
  const table = namesOf(archOf(machine));
  for (const [number, known] of table) if (known === name) return number;
  return -1;
}
