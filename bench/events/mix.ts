import type { EventInput } from '@tracee/event-schema';

/** The reference mix: mostly file system calls, some executions, as a build or a package installation makes them. */
export function* referenceMix(count: number): Generator<EventInput> {
  for (let i = 0; i < count; i++) yield { ...context(i), ...act(i) } as EventInput;
}

/** The same acts as the signatures that come with this ask for them: the hook of an opened file before each call that opened one. */
export function* signatureMix(count: number): Generator<EventInput> {
  let left = count;
  for (const event of referenceMix(count)) {
    const { pathname, flags } = (event.args ?? {}) as { readonly pathname?: string; readonly flags?: number };
    const opened = { pathname, syscall_pathname: pathname, flags, inode: 77n };
    if (event.eventName === 'openat' && left-- > 0)
      yield { ...event, eventName: 'security_file_open', args: opened } as EventInput;
    if (left-- > 0) yield event;
  }
}

const paths = [
  '/etc/ld.so.cache',
  '/usr/lib/x86_64-linux-gnu/libc.so.6',
  '/proc/self/maps',
  '/var/lib/dpkg/status',
  '/home/user/project/src/main.c',
];

const context = (i: number) => ({
  timestamp: 1_000_000_000n + BigInt(i) * 1000n,
  threadStartTime: 900_000_000n,
  processStartTime: 900_000_000n,
  parentStartTime: 800_000_000n,
  cgroupId: 4242n,
  sequence: BigInt(i),
  processId: 4000 + (i % 50),
  threadId: 4000 + (i % 50),
  hostProcessId: 4000 + (i % 50),
  hostThreadId: 4000 + (i % 50),
  hostParentProcessId: 1,
  userId: 1000,
  mountNamespace: 4026531840,
  pidNamespace: 4026531836,
  processName: 'make',
  hostName: 'builder',
});

function act(i: number) {
  const path = paths[i % paths.length] as string;
  switch (i % 10) {
    case 0:
      return {
        eventName: 'sched_process_exec',
        args: {
          cmdpath: '/usr/bin/cc',
          pathname: '/usr/bin/x86_64-linux-gnu-gcc-12',
          argv: ['cc', '-O2', '-c', 'main.c'],
          prev_comm: 'sh',
          inode: 77n,
        },
      };
    case 1:
      return { eventName: 'ptrace', args: { request: 16n, pid: 4000 } };
    case 2:
    case 3:
    case 4:
      return { eventName: 'close', args: { fd: i % 64 } };
    default:
      return { eventName: 'openat', args: { dirfd: -100, pathname: path, flags: 0x80000, mode: 0 } };
  }
}

/** Processes that all live: each is started by one of those before it, executes a program, and makes a system call. */
export function* processMix(count: number): Generator<EventInput> {
  for (let i = 1; i <= count; i++) {
    const [parent, own] = [self(i >> 3), self(i)];
    yield {
      ...context(i),
      ...parent,
      eventName: 'sched_process_fork',
      args: { child_pid: own.hostProcessId, child_tid: own.hostProcessId, start_time: own.processStartTime },
    } as EventInput;
    yield {
      ...context(i),
      ...own,
      eventName: 'sched_process_exec',
      args: { pathname: `/usr/bin/program-${i % 100}` },
    } as EventInput;
    yield { ...context(i), ...own, eventName: 'getppid', args: {} } as EventInput;
  }
}

const self = (i: number) => ({
  hostProcessId: 1000 + i,
  hostThreadId: 1000 + i,
  processStartTime: 900_000_000n + BigInt(i),
});
