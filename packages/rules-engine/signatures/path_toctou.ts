import { BoundedMap, type Handlers, type Meta, type Signature } from '../src/index';

/** Opens a path, not the file: the hook of opened files is not called. */
const O_PATH = 0o10000000;
/** More threads than open a file at one time. */
const threadsKept = 4096;

/** One for each thread, used again: this is the busiest of all events. */
interface Opened {
  syscall_pathname: string | null;
  pathname: string | null;
  /** Its call has not returned. */
  isOpen: boolean;
}

export default class PathToctou implements Signature {
  readonly meta = {
    id: 'TTS-2016',
    name: 'path_toctou',
    title: 'Path of an open changed while the kernel worked on it',
    version: '1.0.0',
    severity: 'high',
    tactic: 'defense-evasion',
    technique: { id: 'T1562.001', name: 'Disable or Modify Tools' },
    description:
      'The path in the memory of the program was one when the file was opened and another when the call returned. Another thread exchanges it like this to show watchers a harmless name.',
    misses: [
      'an exchange that is undone before the call returns, or made before the file is opened: compare with disguised_sensitive_open',
      'other calls that take a path',
      'openings with O_PATH, and those made by io_uring',
    ],
  } satisfies Meta;

  /** The last file that a thread opened. */
  private readonly opened = new BoundedMap<number, Opened>(threadsKept);

  private compare(
    thread: number,
    args: { readonly pathname: string | null; readonly flags: number },
    returnValue: bigint,
  ) {
    const opened = this.opened.get(thread);
    if (!opened?.isOpen) return undefined;
    opened.isOpen = false;
    if (returnValue < 0n || (args.flags & O_PATH) !== 0) return undefined;
    const { syscall_pathname, pathname } = opened;
    if (!syscall_pathname || args.pathname === null || syscall_pathname === args.pathname) return undefined;
    return { data: { at_open: syscall_pathname, at_return: args.pathname, path: pathname } };
  }

  readonly on = {
    security_file_open: ({ args: { syscall_pathname, pathname }, hostThreadId }) => {
      const opened = this.opened.get(hostThreadId);
      if (opened === undefined) this.opened.set(hostThreadId, { syscall_pathname, pathname, isOpen: true });
      else {
        opened.syscall_pathname = syscall_pathname;
        opened.pathname = pathname;
        opened.isOpen = true;
      }
    },
    open: ({ args, hostThreadId, returnValue }) => this.compare(hostThreadId, args, returnValue),
    openat: ({ args, hostThreadId, returnValue }) => this.compare(hostThreadId, args, returnValue),
  } satisfies Handlers;
}
