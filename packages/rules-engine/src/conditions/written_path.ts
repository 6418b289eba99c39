import type { Event, Handlers, Surroundings } from '../signature/signature';
import type { Condition } from '../where/condition';
import type { TextField } from '../where/fields';
import { writeOpen } from './open_access';

interface Exactly {
  /** What conditions on the path cannot say; asked when they hold. */
  readonly isTarget?: (path: string) => boolean;
  /** What decides, beside the path, whether a change counts: origin, the process. */
  readonly counts?: (
    event: Event<'security_file_open'> | Event<'security_inode_rename'>,
    surroundings: Surroundings,
  ) => boolean;
}

/**
 * Handlers for a file that is changed under its own name: opened for writing, or replaced by a rename. data: path, and
 * how (open with its flags, or rename with the old path).
 */
export const onWrittenPath = (
  target: (path: TextField) => Condition,
  { isTarget = () => true, counts = () => true }: Exactly = {},
) =>
  ({
    security_file_open: {
      where: ({ args }) => [writeOpen(args.flags), target(args.pathname)],
      handle: (event, surroundings) => {
        const { pathname, flags } = event.args;
        return pathname !== null && isTarget(pathname) && counts(event, surroundings)
          ? { data: { path: pathname, how: 'open', flags } }
          : undefined;
      },
    },
    security_inode_rename: {
      where: ({ args }) => target(args.new_path),
      handle: (event, surroundings) => {
        const { old_path, new_path } = event.args;
        return new_path !== null && isTarget(new_path) && counts(event, surroundings)
          ? { data: { path: new_path, how: 'rename', old_path } }
          : undefined;
      },
    },
  }) satisfies Handlers;
