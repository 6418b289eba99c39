import type { WireType } from './define';

/** One context field. `kernel` fields are copied from the record; `host`, `container` and `executable` are indexes into dictionaries. */
export interface ContextField {
  readonly name: string;
  readonly type: WireType | 'comm';
  /** Name of the field in struct event_context; absent for what the collector adds. */
  readonly kernel?: string;
  readonly doc: string;
}

const field = (name: string, type: ContextField['type'], kernel: string | undefined, doc: string): ContextField =>
  kernel === undefined ? { name, type, doc } : { name, type, kernel, doc };

/** What every event carries, in the order of the wire. Append-only: every field stands at a constant offset of the frame. */
export const contextFields: readonly ContextField[] = [
  field('eventId', 'u16', 'event_id', 'event, as defined under events/'),
  field('flags', 'u16', 'flags', 'bits of contextFlags'),
  field('timestamp', 'time', 'timestamp', 'when the probe ran, ns since boot'),
  field('threadStartTime', 'time', 'thread_start', 'when the thread started, ns since boot'),
  field('processStartTime', 'time', 'process_start', 'when the thread group leader started, ns since boot'),
  field('parentStartTime', 'time', 'parent_start', 'when the parent process started, ns since boot'),
  field('cgroupId', 'u64', 'cgroup_id', 'cgroup v2 id of the task'),
  field('returnValue', 'i64', 'ret', 'return value; 0 where the event has none'),
  field('scopes', 'u64', 'scopes', 'bitmap of the scopes that matched'),
  field(
    'sequence',
    'u64',
    'sequence',
    'lane of this CPU that the record came by (the slot that built it, and its ring), in the three highest bits, and the number of the record there; a gap is a loss, or records that the filters refused behind the kernel',
  ),
  field('processId', 'u32', 'pid', "process id in the task's pid namespace"),
  field('threadId', 'u32', 'tid', "thread id in the task's pid namespace"),
  field('parentProcessId', 'u32', 'ppid', "parent process id in the parent's own view of the task's namespace"),
  field('hostProcessId', 'u32', 'host_pid', 'process id in the initial pid namespace'),
  field('hostThreadId', 'u32', 'host_tid', 'thread id in the initial pid namespace'),
  field('hostParentProcessId', 'u32', 'host_ppid', 'parent process id in the initial pid namespace'),
  field('userId', 'u32', 'uid', 'real user id in the initial user namespace'),
  field('mountNamespace', 'u32', 'mnt_ns', 'inode number of the mount namespace'),
  field('pidNamespace', 'u32', 'pid_ns', 'inode number of the pid namespace for children'),
  field('syscall', 'i32', 'syscall', 'number of the system call the task is in, -1 when none or not known'),
  field('processorId', 'u16', 'cpu', 'CPU that ran the probe'),
  field('host', 'u32', undefined, 'index into the host dictionary'),
  field('container', 'u32', undefined, 'index into the container dictionary, 0 for none'),
  field('executable', 'u32', undefined, 'index into the executable dictionary, 0 for not known'),
  field('processName', 'comm', 'comm', 'name of the thread (comm), 16 bytes padded with NUL'),
];

/** Bits of the context's flags. */
export const contextFlags = {
  containerStarted: 1,
  /** a 32-bit system call on a 64-bit kernel */
  isCompat: 2,
  /** an argument was cut to fit */
  truncated: 4,
  /** arrived after later events were delivered */
  late: 8,
  /** an argument in user memory could not be read */
  faulted: 16,
  /** sent before, to a reader that went and may not have worked it off; its CPU and sequence say which it is */
  resent: 32,
  /** done by a worker of an io_uring, or by the thread that polls one; the thread is the one that submitted, where that is known */
  ioWorker: 64,
} as const;
