import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type End, FrameReader, fingerprint, type Header, type Statistics } from '@tracee/event-schema';
import { Collector, type CollectorOptions, type Started } from '../src/collector';
import type { CollectError } from '../src/errors';
import { control } from '../src/filter/filter_bank';
import type { KernelFacts } from '../src/kernel/reach';
import type { LoadOptions } from '../src/native';
import { counted, type FakeOptions, type FakeSession, fakeNative } from './fake_native';

const objects = [
  { probes: 'typed', path: '/typed.o' },
  { probes: 'raw', path: '/raw.o' },
] as const;

/** A kernel that has every function there is. */
const kernel = { kprobes: true, names: { has: () => true } } satisfies KernelFacts;

const refuse = (message: string, fields = {}) => Object.assign(new Error(message), fields);

let dir: string;
let target: number;
let running: Collector[];
/** Tell what every process runs: whatever is traced, they are there. */
const noting = ['program_fork', 'program_exec'] as const;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'collector-'));
  target = openSync(join(dir, 'frames'), 'w');
  running = [];
});
afterEach(async () => {
  for (const collector of running) await collector.stop();
  closeSync(target);
  rmSync(dir, { recursive: true });
});

async function start(
  trace: string[],
  fake: FakeOptions = {},
  options: CollectorOptions = {},
  findReader?: () => number | undefined,
) {
  const native = fakeNative(fake);
  const collector = new Collector({ objects, trace, kernel, cgroups: 'none', ...options });
  running.push(collector);
  const sink = findReader === undefined ? { target } : { target, findReader };
  const started = await collector.start(native, sink).catch((error: CollectError) => error);
  const session = native.sessions.at(-1) as FakeSession;
  return { collector, started, session, native };
}

/** What a reader of the target sees. */
function frames() {
  const seen: { header?: Header; statistics: Statistics[]; end?: End } = { statistics: [] };
  const reader = new FrameReader({
    header: (header) => {
      seen.header = header;
    },
    statistics: (statistics) => seen.statistics.push(statistics),
    end: (end) => {
      seen.end = end;
    },
  });
  reader.push(readFileSync(join(dir, 'frames')));
  reader.finish();
  return seen;
}

describe('containers', () => {
  const cgroups = { root: '/sys/fs/cgroup/cpuset', hierarchy: 3, part: '/' };
  const naming = ['cgroup_mkdir', 'cgroup_rmdir', 'mount_namespace_exec__sched_process_exec'];

  it('are named by programs that come before all others, in the hierarchy that was found', async () => {
    const { session, started } = await start(['event=sched_process_exec'], {}, { cgroups });
    expect(session.of('attach')[0]?.slice(0, 3)).toEqual(naming);
    expect(session.sink?.cgroups).toEqual({ root: cgroups.root, hierarchy: 3 });
    const [{ constants }] = session.of('load')[0] as [LoadOptions];
    expect(constants?.cgroup_hierarchy).toEqual(Uint8Array.of(3, 0, 0, 0));
    expect(started).toMatchObject({ degraded: [] });
  });

  it('stay without names where those do not attach, and the events come all the same', async () => {
    const { started } = await start(['event=sched_process_exec'], { refuse: { cgroup_mkdir: 'EACCES' } }, { cgroups });
    const { events, degraded } = started as Started;
    expect(events.map(({ name }) => name)).toEqual(['sched_process_exec']);
    expect(degraded).toEqual([{ event: 'cgroup_mkdir', reason: 'EACCES' }]);
  });
});

describe('a start', () => {
  it('loads, filters, attaches, streams, in this order', async () => {
    const { session, started } = await start(['event=openat', 'uid=5']);
    expect(started).toMatchObject({ unavailable: [], degraded: [], refused: [], object: objects[0] });
    expect(session.calls.map(([name]) => name)).toEqual([
      'load',
      'setGlobal',
      'setGlobal',
      'updateMap',
      'setGlobal',
      'setResidue',
      'setProgram',
      'attach',
      'start',
    ]);
    expect(session.of('load')[0]?.[0]).toEqual({
      object: '/typed.o',
      programs: [...noting, 'syscall_exit', 'syscall_fetch_exit'],
      plainCast: 0,
      ringBytes: 16 << 20,
      controlRingBytes: 4 << 20,
      constants: expect.objectContaining({
        exec_env: Uint8Array.of(0),
        cgroup_hierarchy: new Uint8Array(4),
        throttle_cost: new Uint8Array(8),
      }),
    });
    expect(session.of('updateMap')).toEqual([['filter_numbers', '0000000005000000', true]]);
    expect(session.of('setProgram')).toEqual([['exit_tails', 0, 'syscall_fetch_exit']]);
    expect(session.sink?.processes?.length).toBeGreaterThan(0); // what runs already
    expect(session.of('attach')).toEqual([[...noting, 'syscall_exit']]);
    const [name, offset, bytes] = session.of('setGlobal')[0] as [string, number, Uint8Array];
    expect([name, offset, new DataView(bytes.buffer).getUint32(0, true)]).toEqual(['control', 4, process.pid]);
  });

  it('takes the programs of each way to report a system call, and of probes', async () => {
    const { session } = await start(['event=execve,exit_group,sched_process_exec']);
    expect(session.of('attach')).toEqual([
      [...noting, 'exec_rename', 'syscall_enter', 'syscall_exec_done', 'syscall_exit', 'sched_process_exec'],
    ]);
    expect(session.of('setProgram')).toEqual([
      ['enter_tails', 0, 'syscall_fetch_enter'],
      ['exit_tails', 0, 'syscall_fetch_exit'],
    ]);
  });

  it('sets what was asked: environments, sizes, BTF, itself', async () => {
    const { session } = await start(
      [],
      {},
      { execEnv: true, ringBytes: 4096, queueBytes: 1 << 20, btf: '/btf', includeSelf: true },
    );
    expect(session.of('load')[0]?.[0]).toMatchObject({
      constants: { exec_env: Uint8Array.of(1), cgroup_hierarchy: new Uint8Array(4) },
      ringBytes: 4096,
      btf: '/btf',
    });
    expect(session.sink).toMatchObject({ target, queueBytes: 1 << 20 });
    expect((session.of('setGlobal')[0] as [string, number, Uint8Array])[2][0]).toBe(0);
  });

  it('keeps trees of processes: fork before, exit after the probes, those that run entered between', async () => {
    const child = spawn('sleep', ['60']);
    try {
      const { session } = await start(['event=sched_process_exit', `tree=${process.pid}`]);
      expect(session.of('attach')).toEqual([['tree_fork'], [...noting, 'sched_process_exit'], ['tree_free']]);
      expect(session.of('load')[0]?.[0]).toMatchObject({
        programs: ['tree_fork', ...noting, 'sched_process_exit', 'tree_free'],
      });
      const key = (pid: number) => Buffer.from(Uint32Array.of(0, pid).buffer).toString('hex');
      expect(session.of('updateMap')).toContainEqual(['tree', key(process.pid), true]);
      expect(session.of('updateMap')).toContainEqual(['tree', key(child.pid as number), true]);
      expect(session.of('updateMap')).not.toContainEqual(['tree', key(process.ppid), true]);
      const order = session.calls.map(([name, first]) => (name === 'attach' ? first : name));
      expect(order.lastIndexOf('updateMap')).toBeLessThan(order.indexOf(noting[0]));
      expect(order.indexOf('tree_fork')).toBeLessThan(order.indexOf('updateMap'));
    } finally {
      child.kill();
    }
  });

  it('refuses a wrong command line before anything is loaded', () => {
    for (const trace of ['event=opnat', 'tree=4194305', 'uid=x', 'set=nothing']) {
      expect(() => new Collector({ trace: [trace] })).toThrow(expect.objectContaining({ code: 'usage' }));
    }
  });
});

describe('an object that does not load', () => {
  it('gives way to the other build', async () => {
    const load = ({ object }: LoadOptions) => {
      if (object === '/typed.o') throw refuse('load: /typed.o: no BTF');
    };
    const { started, native } = await start(['event=openat'], { load });
    expect(started).toMatchObject({ object: objects[1], refused: ['typed (/typed.o): load: /typed.o: no BTF'] });
    expect(native.sessions).toHaveLength(2);
  });

  it('gives way without the program it fails at, and the events of it', async () => {
    const load = ({ programs }: LoadOptions) => {
      if (programs.includes('sched_process_exec'))
        throw refuse('load: EINVAL', { log: "libbpf: prog 'sched_process_exec': BPF program load failed" });
    };
    const { started, session } = await start(['event=openat,sched_process_exec'], { load });
    expect(started).toMatchObject({
      object: objects[1],
      unavailable: [{ event: 'sched_process_exec', reason: 'tracepoint sched_process_exec: load: EINVAL' }],
    });
    expect(session.of('attach')).toEqual([[...noting, 'syscall_exit']]);
  });

  it('is the end when none is left: what was tried, and what to do', async () => {
    const { started } = await start([], {
      load: () => {
        throw refuse('no such file');
      },
    });
    expect(started).toMatchObject({ code: 'unsupported' });
    expect((started as Error).message).toMatch(
      /no BPF object loads.*npm run build.*\n {2}tried typed \(\/typed.o\): no such file\n {2}tried raw \(\/raw.o\)/,
    );
  });

  it('is the end when the tree of processes cannot be kept', async () => {
    const load = () => {
      throw refuse("prog 'tree_fork': failed to load");
    };
    expect((await start(['follow'], { load })).started).toMatchObject({ code: 'unsupported' });
  });

  it('is a matter of permission when the kernel says so', async () => {
    const { started } = await start([], {
      load: () => {
        throw refuse('load: /typed.o: EPERM', { code: 'EPERM' });
      },
    });
    expect(started).toMatchObject({ code: 'permission' });
  });
});

describe('a probe on a function', () => {
  const event = 'event=do_mmap,openat';
  const loaded = (session: FakeSession) => (session.of('load')[0] as [LoadOptions])[0].programs;
  const refusing =
    (...names: string[]) =>
    ({ programs }: LoadOptions) => {
      const found = names.find((name) => programs.includes(name));
      if (found !== undefined) throw refuse('load: EINVAL', { log: `libbpf: prog '${found}': failed to load: -22` });
    };

  it('is the typed one where the kernel takes it', async () => {
    const { session, started } = await start([event]);
    expect(loaded(session)).toEqual([...noting, 'syscall_exit', 'do_mmap__fentry', 'syscall_fetch_exit']);
    expect((started as Started).probes.get('do_mmap')?.map(({ title }) => title)).toEqual(['fentry do_mmap']);
  });

  it('gives way to the next when it does not load, in the same object', async () => {
    const { session, started } = await start([event], { load: refusing('do_mmap__fentry') });
    expect(loaded(session)).toContain('do_mmap__kprobe');
    expect(started).toMatchObject({ object: objects[0], unavailable: [] });
  });

  it('gives way to the next when it does not attach: the object is loaded again', async () => {
    const { session, started, native } = await start([event], { refuse: { do_mmap__fentry: 'ENOTSUPP' } });
    expect(native.sessions).toHaveLength(2);
    expect(native.sessions[0]?.calls.at(-1)?.[0]).toBe('stop');
    expect(session.of('attach')).toEqual([[...noting, 'syscall_exit', 'do_mmap__kprobe']]);
    expect(started).toMatchObject({ unavailable: [] });
  });

  it('is unavailable with the reason of each when none is left, and stops no other', async () => {
    const load = refusing('do_mmap__fentry', 'do_mmap__kprobe');
    const { started } = await start([event], { load });
    const reason = 'fentry do_mmap: load: EINVAL; kprobe do_mmap: load: EINVAL';
    expect(started).toMatchObject({ object: objects[0], unavailable: [{ event: 'do_mmap', reason }] });
  });

  it('of a kind that is not permitted is tried once', async () => {
    const load = ({ programs }: LoadOptions) => {
      const found = programs.find((name) => /__(fentry|fexit)/.test(name));
      if (found !== undefined) throw refuse(`prog '${found}': failed to load: -1`, { code: 'EPERM' });
    };
    const { started, native } = await start(['event=do_mmap,vfs_read,openat'], { load });
    expect((started as Started).probes.get('vfs_read')?.map(({ title }) => title)).toEqual(['kretprobe vfs_read']);
    expect(native.sessions).toHaveLength(3); /* refused, whether the object loads at all, and without them */
  });

  it('is not tried when the kernel lacks the function, or kprobes', async () => {
    const bare = { kprobes: false, names: new Set(['vfs_read']) };
    const { started, native } = await start(['event=do_mmap,vfs_read'], {}, { kernel: bare });
    const reason = 'fentry do_mmap: not in the BTF of this kernel; kprobe do_mmap: this kernel has no kprobes';
    expect(started).toMatchObject({ unavailable: [{ event: 'do_mmap', reason }] });
    expect(native.sessions).toHaveLength(1);
  });

  it('is in the other object when the kernel does not take this one', async () => {
    const load = ({ object }: LoadOptions) => {
      if (object === '/typed.o') throw refuse("prog 'do_mmap__fentry': failed to load: -22");
    };
    const { session, started } = await start(['event=do_mmap'], { load });
    expect(loaded(session)).toEqual([...noting, 'do_mmap__kprobe']);
    expect(started).toMatchObject({ object: objects[1], unavailable: [] });
  });
});

describe('a program that does not attach', () => {
  it('makes its events unavailable, and no other', async () => {
    const { started } = await start(['event=openat,execve,sched_process_exit'], {
      refuse: { syscall_enter: 'ENOENT' },
    });
    expect(started).toMatchObject({ unavailable: [{ event: 'execve', reason: 'tracepoint sys_enter: ENOENT' }] });
    expect((started as Started).events.map(({ name }) => name)).toEqual(['openat', 'sched_process_exit']);
    expect(frames().header?.events.map(({ name }) => name)).toEqual(['openat', 'sched_process_exit']);
  });

  it('costs nothing but its addition when the event does not need it', async () => {
    const { started } = await start(['event=sched_process_exec'], { refuse: { exec_rename: 'ENOENT' } });
    expect(started).toMatchObject({ unavailable: [], degraded: [{ event: 'exec_rename', reason: 'ENOENT' }] });
  });

  it('is the end when no event is left, and nothing stays in the kernel', async () => {
    const { started, session } = await start(['event=sched_process_exit'], {
      refuse: { sched_process_exit: 'ENOENT' },
    });
    expect(started).toMatchObject({
      code: 'no-events',
      message: expect.stringContaining('tracepoint sched_process_exit: ENOENT'),
    });
    expect(session.calls.at(-1)?.[0]).toBe('stop');
  });

  it('is the end when it keeps the trees', async () => {
    const { started, session } = await start(['follow'], { refuse: { tree_free: 'ENOENT' } });
    expect(started).toMatchObject({ code: 'unsupported', message: expect.stringContaining('tree_free: ENOENT') });
    expect(session.calls.at(-1)?.[0]).toBe('stop');
  });
});

it('an event that this processor does not have is unavailable', async () => {
  const { started } = await start(['event=openat,clock_gettime32']);
  const expected = process.arch === 'x64' ? [] : [{ event: 'clock_gettime32' }];
  expect(started).toMatchObject({ unavailable: expected });
});

describe('the stream', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['performance', 'hrtime', 'Date'] }));
  afterEach(() => jest.useRealTimers());

  it('begins with a header of this machine, and ends with the totals', async () => {
    const { collector, session } = await start(['event=openat']);
    session.events = [counted(257, 10n, 3n)];
    const summary = await collector.stop('duration');
    const { header, end } = frames();
    expect(header).toMatchObject({ fingerprint, transport: 'ringbuf', probes: 'typed', collector: '0.1.0' });
    expect(header?.cpus).toBeGreaterThan(0);
    const uptime = BigInt(Math.round(Number(readFileSync('/proc/uptime', 'latin1').split(' ')[0]) * 1e9));
    const off = Number((header?.bootTime ?? 0n) + uptime - BigInt(Date.now()) * 1_000_000n);
    expect(Math.abs(off)).toBeLessThan(20e6);
    expect(end).toMatchObject({
      reason: 'duration',
      produced: 10n,
      delivered: 7n,
      lost: 3n,
      events: [counted(257, 10n, 3n)],
    });
    expect(summary).toMatchObject({ produced: 10n, delivered: 7n, lost: 3n });
  });

  it('has statistics each second when something changed, and none when idle', async () => {
    const { collector, session } = await start(['event=openat']);
    jest.advanceTimersByTime(3000);
    const idle = session.of('inject').length;
    session.events = [counted(257, 10n, 3n)];
    jest.advanceTimersByTime(2000);
    session.queued = 512;
    session.events = [counted(257, 11n, 3n)];
    jest.advanceTimersByTime(1000);
    await collector.stop();
    const { statistics } = frames();
    expect(statistics.slice(idle)).toMatchObject([
      { produced: 10n, delivered: 7n, lost: 3n, queued: 0 },
      { produced: 11n, delivered: 8n, lost: 3n, queued: 512 },
    ]);
    expect(idle).toBe(0);
    expect(statistics[idle]?.time).toBeGreaterThan(0n);
  });

  it('stops once, however often it is asked', async () => {
    const { collector, session } = await start(['event=openat']);
    const [first, second] = await Promise.all([collector.stop('stopped'), collector.stop('error')]);
    expect(second).toBe(first);
    expect(session.of('stop')).toHaveLength(1);
    expect(frames().end?.reason).toBe('stopped');
    jest.advanceTimersByTime(5000);
    expect(session.of('inject')).toEqual([]);
  });

  it('tells when writing has ended', async () => {
    const { collector, session } = await start(['event=openat']);
    session.fail('write: EPIPE');
    await expect(collector.writeFailure).resolves.toBe('write: EPIPE');
  });
});

describe('a program that somebody else detached', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['performance', 'hrtime', 'Date'] }));
  afterEach(() => jest.useRealTimers());

  it('is told in the log and, where it is asked for, in the stream', async () => {
    const said: string[] = [];
    const warn = (message: string) => void said.push(message);
    const { session, collector } = await start(['event=sched_process_exit,probe_detached'], {}, { warn });
    session.lost = [{ program: 'sched_process_exit', found: 'its descriptor was closed' }];
    jest.advanceTimersByTime(1000);
    session.lost = [{ program: 'tree_fork', found: 'it was detached', error: 'EPERM' }];
    jest.advanceTimersByTime(1000);
    expect(said).toEqual([
      'program sched_process_exit: not attached any more: its descriptor was closed; it is attached again (events that it reports: sched_process_exit)',
      'program tree_fork: not attached any more: it was detached; it cannot be attached again: EPERM (events that it reports: none by itself)',
    ]);
    jest.useRealTimers();
    await collector.stop();
    const args: unknown[] = [];
    const reader = new FrameReader({
      event: (event) => {
        if (event.eventName === 'probe_detached') args.push({ ...event.materialize().args });
      },
    });
    reader.push(readFileSync(join(dir, 'frames')));
    expect(args).toMatchObject([
      { program: 'sched_process_exit', events: ['sched_process_exit'], attached_again: true },
      { program: 'tree_fork', events: [], attached_again: false },
    ]);
  });
});

describe('the reader of the output', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['performance', 'hrtime', 'Date'] }));
  afterEach(() => jest.useRealTimers());
  const excluded = (session: FakeSession) =>
    session
      .of('setGlobal')
      .filter(([, offset]) => offset === control.reader)
      .map(([, , bytes]) => Buffer.from(bytes as Uint8Array).readUInt32LE());

  it('is not traced, from when it comes until it has gone', async () => {
    let reader: number | undefined = process.ppid;
    let looked = 0;
    const { session } = await start(['event=openat'], {}, {}, () => {
      looked++;
      return reader;
    });
    expect(excluded(session)).toEqual([process.ppid]);
    jest.advanceTimersByTime(3000);
    expect(looked).toBe(1);
    session.reader = false;
    jest.advanceTimersByTime(1000);
    expect(excluded(session)).toEqual([process.ppid, 0]);
    reader = undefined;
    session.reader = true;
    jest.advanceTimersByTime(3000);
    expect(excluded(session)).toEqual([process.ppid, 0, 0]);
    expect(looked).toBe(2);
  });

  it('is traced when asked', async () => {
    const { session } = await start(['event=openat'], {}, { includeSelf: true }, () => process.ppid);
    jest.advanceTimersByTime(3000);
    expect(excluded(session)).toEqual([]);
  });
});
