import { type EventDefinition, findEvent } from '@tracee/event-schema';
import { LivePrograms } from '../../src/kernel/live_programs';
import { planProbes } from '../../src/kernel/plan';
import { type KernelFacts, nothingKnown } from '../../src/kernel/reach';
import { FakeSession } from '../fake_native';

const event = (name: string) => findEvent(name) as EventDefinition;
const kernel = { kprobes: true, names: { has: () => true } } satisfies KernelFacts;

function make(names: readonly string[], tree: boolean, facts: KernelFacts = kernel, session = new FakeSession()) {
  const reach = nothingKnown();
  const plan = planProbes(names.map(event), tree, reach);
  const object = { probes: 'typed', path: '/typed.o' } as const;
  return { session, programs: new LivePrograms({ session, object, plan, reach, unavailable: [] }, [], () => facts) };
}

test('what is there already is not loaded again', () => {
  const { session, programs } = make(['getpid'], false);
  expect(programs.add([event('getpid'), event('getuid')])).toEqual({
    available: [event('getpid'), event('getuid')],
    unavailable: [],
  });
  programs.keep([event('getuid')]);
  expect(session.calls).toEqual([]);
});

test('more is loaded and attached, and what frees trees behind it; then it goes', () => {
  const { session, programs } = make(['sched_process_fork'], true);
  programs.add([event('sched_process_fork'), event('execve')]);
  expect(session.calls).toEqual([
    [
      'loadMore',
      'syscall_enter',
      'syscall_exec_done',
      'syscall_exit',
      'syscall_fetch_enter',
      'syscall_fetch_exit',
      'tree_free',
    ],
    ['setProgram', 'enter_tails', 0, 'syscall_fetch_enter'],
    ['setProgram', 'exit_tails', 0, 'syscall_fetch_exit'],
    ['attach', 'syscall_enter', 'syscall_exec_done', 'syscall_exit'],
    ['attach', 'tree_free'],
    ['detach', true, 'tree_free'],
  ]);
  programs.keep([event('sched_process_fork'), event('execve')]);
  session.calls.length = 0;
  programs.keep([event('execve')]);
  expect(session.calls).toEqual([['detach', false, 'sched_process_fork']]);
  expect([...programs.probes.keys()]).toEqual(['execve']);
});

test('what is refused is unavailable, which is told once, and the rest is there', () => {
  class Refusing extends FakeSession {
    override loadMore(programs: readonly string[]): void {
      super.loadMore(programs);
      if (programs.includes('sched_process_exit')) throw new Error('load: program sched_process_exit: no');
    }
  }
  const { session, programs } = make(['getpid'], false, kernel, new Refusing());
  const wanted = [event('getpid'), event('sched_process_exit'), event('sched_process_fork')];
  const { available, unavailable } = programs.add(wanted);
  expect(available.map(({ name }) => name)).toEqual(['getpid', 'sched_process_fork']);
  expect(unavailable.map(({ event }) => event)).toEqual(['sched_process_exit']);
  expect(session.calls).toEqual([
    ['loadMore', 'sched_process_exit', 'sched_process_fork'],
    ['loadMore', 'sched_process_fork'],
    ['attach', 'sched_process_fork'],
  ]);
  expect(programs.add(wanted).unavailable).toEqual([]);
});

test('a load that fails for another reason changes nothing', () => {
  class Broken extends FakeSession {
    override loadMore(): void {
      throw new Error('load: map bulk: Too many open files');
    }
  }
  const { session, programs } = make(['getpid'], false, kernel, new Broken());
  expect(() => programs.add([event('sched_process_fork')])).toThrow('Too many open files');
  programs.keep(programs.events);
  expect(session.calls).toEqual([]);
});
