import KernelThreadName from '../../signatures/kernel_thread_name';
import { event, testSignature } from '../../src/index';

const exec = (argv: string[]) => event('sched_process_exec', { pathname: '/tmp/x', argv });

testSignature(KernelThreadName, {
  fires: [
    { name: 'a worker', events: [exec(['[kworker/0:1]'])], data: { name: '[kworker/0:1]', pathname: '/tmp/x' } },
    { name: 'with arguments behind', events: [exec(['[migration/0]', '-x'])] },
  ],
  quiet: [
    { name: 'the program test', events: [exec(['[', '-f', 'x', ']'])] },
    { name: 'brackets inside', events: [exec(['sh', '[kworker]']), exec(['x[1]'])] },
    { name: 'no arguments', events: [exec([])] },
  ],
});
