import { CollectError, messageOf } from '../errors';
import { capabilitySet, neededCapabilities } from '../kernel/capabilities';
import type { NativeModule } from '../native';
import type { Caps } from './caps';
import type { Log } from './log';

/** Keeps what is needed from now on, and what the user adds. */
export function dropPrivileges(
  native: Pick<NativeModule, 'dropPrivileges'>,
  { cancelDrop, allowFailedDrop, add, remove }: Caps,
  use: Parameters<typeof neededCapabilities>[0],
  log: Pick<Log, 'warn' | 'debug'>,
): void {
  if (cancelDrop) return;
  const kept = new Set([...neededCapabilities(use), ...add]);
  for (const name of remove) kept.delete(name);
  try {
    native.dropPrivileges(capabilitySet(kept), use.filtersChange);
    log.debug(`privileges: ${[...kept].join(', ') || 'none'} are left`);
  } catch (error) {
    if (!allowFailedDrop)
      throw new CollectError('permission', `${messageOf(error)} (--caps allow-failed-drop, or cancel-drop)`);
    log.warn(`${messageOf(error)}: all privileges are kept`);
  }
}
