import type { Detection, Event, Handlers } from '../signature/signature';
import { isWriteOpen } from './open_access';

/** What decides, beside the path, whether a change counts: origin, the process. */
type Who = (event: Event<'security_file_open'> | Event<'security_inode_rename'>) => boolean;

/**
 * Handlers for a file that is changed under its own name: opened for writing, or replaced by a rename. data: path, and
 * how (open with its flags, or rename with the old path).
 */
export const onWrittenPath = (isTarget: (path: string) => boolean, counts: Who = () => true) =>
  ({
    security_file_open: (event): Detection | undefined => {
      const { pathname, flags } = event.args;
      return pathname !== null && isWriteOpen(flags) && isTarget(pathname) && counts(event)
        ? { data: { path: pathname, how: 'open', flags } }
        : undefined;
    },
    security_inode_rename: (event): Detection | undefined => {
      const { old_path, new_path } = event.args;
      return new_path !== null && isTarget(new_path) && counts(event)
        ? { data: { path: new_path, how: 'rename', old_path } }
        : undefined;
    },
  }) satisfies Handlers;
