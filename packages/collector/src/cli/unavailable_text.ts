import type { Unavailable } from '../kernel/plan';

/** Names that a line shows; of one kernel that lacks a kind of probe, there may be a hundred. */
const shown = 6;

/** By reason, in the order in which they came. */
export function byReason(
  unavailable: readonly Unavailable[],
  reasonOf: (reason: string) => string = (reason) => reason,
): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const { event, reason } of unavailable) {
    const key = reasonOf(reason);
    reasons.set(key, [...(reasons.get(key) ?? []), event]);
  }
  return reasons;
}

/** Without the functions that were tried: "fentry vfs_write: not permitted; kprobe vfs_write: none" is "not permitted; none". */
function cause(reason: string): string {
  const parts = reason.split('; ').map((part) => part.replace(/^\S+ \S+: /, ''));
  return [...new Set(parts)].join('; ');
}

/** A line for each cause: how many events cannot be had here, the first of them, and why. */
export function unavailableLines(unavailable: readonly Unavailable[], asked: number): string[] {
  return [...byReason(unavailable, cause)].map(([reason, names]) => {
    const more = names.length > shown ? ` and ${names.length - shown} more (--debug names them)` : '';
    const events = asked === 1 ? 'event' : 'events';
    return `${names.length} of ${asked} ${events} cannot be had here: ${names.slice(0, shown).join(', ')}${more}: ${reason}`;
  });
}
