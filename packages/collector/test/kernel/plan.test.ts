import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type EventDefinition, events, findEvent } from '@tracee/event-schema';
import { availability, planProbes, programsOf } from '../../src/kernel/plan';
import { expectedReach, nothingKnown } from '../../src/kernel/reach';
import { additionsTo, containerPrograms, executablePrograms, probesOf, pulseProgram } from '../../src/probes';

const event = (name: string) => findEvent(name) as EventDefinition;

describe('the plan', () => {
  it('has each program once, whatever many events need it', () => {
    const plan = planProbes(events, true, nothingKnown());
    const programs = programsOf(plan);
    expect(new Set(programs).size).toBe(programs.length);
    expect(programs).toEqual(
      expect.arrayContaining(['syscall_enter', 'syscall_exit', 'sched_process_exec', 'sched_process_fork']),
    );
    expect([programs[0], programs.at(-1)]).toEqual(['tree_fork', 'tree_free']);
  });

  it('has nothing that the events do not need', () => {
    expect(programsOf(planProbes([event('sched_process_fork')], false, nothingKnown()))).toEqual([
      'sched_process_fork',
    ]);
    expect(programsOf(planProbes([event('exit')], false, nothingKnown()))).toEqual([
      'syscall_enter',
      'syscall_fetch_enter',
    ]);
    expect(programsOf(planProbes([event('execve')], false, nothingKnown()))).toEqual([
      'syscall_enter',
      'syscall_exec_done',
      'syscall_exit',
      'syscall_fetch_enter',
      'syscall_fetch_exit',
    ]);
  });
});

describe('what adds to an event', () => {
  const asked = [event('bpf_link_attach')];
  const planned = (kprobes: boolean) =>
    programsOf(planProbes(asked, false, expectedReach('typed', asked, { kprobes, names: undefined })));

  it('is attached before what reports it', () => {
    expect(planned(true)).toEqual(['bpf_link_attach__bpf_check__kprobe', 'bpf_link_attach__sys_exit']);
  });

  it('is left out where it cannot be had, and the event is there', () => {
    expect(planned(false)).toEqual(['bpf_link_attach__sys_exit']);
  });
});

describe('a kernel that permits no program on a function', () => {
  const facts = (asked: string[], permits: boolean) => {
    let times = 0;
    const permitsTyped = () => {
      times++;
      return permits;
    };
    const events = asked.map(event);
    const { unavailable } = availability(
      events,
      expectedReach('typed', events, { kprobes: false, names: undefined, permitsTyped }),
    );
    return { times, reasons: unavailable.map(({ reason }) => reason) };
  };

  it('is known before anything is loaded', () => {
    expect(facts(['net_tcp_connect'], false)).toEqual({
      times: 1,
      reasons: [
        'fentry tcp_v4_connect: not permitted on this kernel (EPERM); kprobe tcp_v4_connect: this kernel has no kprobes',
      ],
    });
  });

  it('is not asked where no function is probed', () => {
    expect(facts(['openat', 'sched_process_exec'], false)).toEqual({ times: 0, reasons: [] });
  });
});

describe('availability', () => {
  it('follows the tables of the processor', () => {
    const asked = [event('open'), event('openat'), event('clock_gettime32'), event('sched_process_exec')];
    const names = (arch: NodeJS.Architecture) =>
      availability(asked, nothingKnown(), arch).available.map(({ name }) => name);
    expect(names('x64')).toEqual(['open', 'openat', 'clock_gettime32', 'sched_process_exec']);
    expect(names('arm64')).toEqual(['openat', 'sched_process_exec']);
    expect(availability(asked, nothingKnown(), 'arm64').unavailable[0]).toEqual({
      event: 'open',
      reason: 'not a system call of arm64',
    });
  });

  it('ends with the program, or the tail call, that failed', () => {
    const failed = nothingKnown();
    failed.programs.set('syscall_fetch_exit', 'E2BIG');
    const { available, unavailable } = availability([event('openat'), event('exit')], failed, 'x64');
    expect(available.map(({ name }) => name)).toEqual(['exit']);
    expect(unavailable).toEqual([{ event: 'openat', reason: 'tracepoint sys_exit: E2BIG' }]);
  });
});

describe('the BPF sources', () => {
  const probes = join(dirname(require.resolve('@tracee/bpf-core/package.json')), 'probes');
  const source = readdirSync(probes)
    .map((file) => readFileSync(join(probes, file), 'utf8'))
    .join('\n');
  /** What each macro of bpf-core/include/probe.h makes of a base name. */
  const made: Readonly<Record<string, readonly string[]>> = {
    ON_TRACEPOINT: [''],
    ON_ENTRY: ['__fentry', '__kprobe'],
    ON_ENTRY_KPROBE: ['__kprobe'],
    ON_RETURN: ['__fexit', '__kretprobe_entry', '__kretprobe'],
    ON_RETURN_KRETPROBE: ['__kretprobe_entry', '__kretprobe'],
    ON_CALL: ['__fexit_entry', '__fexit', '__kretprobe_entry', '__kretprobe'],
  };
  const plain = [...source.matchAll(/^int (?:BPF_PROG\()?(\w+)/gm)].map(([, name]) => name);
  const bodies = [...source.matchAll(/^(ON_\w+)\((\w+),/gm)];
  const defined = new Set([
    ...plain,
    ...bodies.flatMap(([, macro = '', base]) => made[macro]?.map((suffix) => `${base}${suffix}`)),
  ]);

  const aids = [...containerPrograms, ...executablePrograms, pulseProgram];

  it('have every program of the plan, and of every alternative', () => {
    const plan = planProbes(events, true, nothingKnown(), aids);
    const all = [
      ...programsOf(plan),
      ...events
        .flatMap(probesOf)
        .flat()
        .flatMap(({ programs }) => programs),
    ];
    expect(all.filter((program) => !defined.has(program))).toEqual([]);
    for (const { map } of plan.tails)
      expect(source).toMatch(new RegExp(`${map} SEC\\("\\.maps"\\)|${map}[ ,].*SEC\\("\\.maps"\\)`));
  });

  it('have no program on a function that no event names', () => {
    const named = new Set(
      events.flatMap((each) => [...probesOf(each).flat(), ...additionsTo(each)]).flatMap(({ programs }) => programs),
    );
    for (const aid of aids) named.add(aid);
    const unused = bodies.flatMap(([, macro = '', base]) => made[macro]?.map((suffix) => `${base}${suffix}`) ?? []);
    expect(unused.filter((program) => !named.has(program))).toEqual([]);
  });
});
