import ClassicFilelessExecution from '../../../signatures/classic/classic_fileless_execution';
import { event, testSignature } from '../../../src/index';

const exec = (pathname: string, context = {}) => event('sched_process_exec', { pathname }, context);
const container = { contextFlags: { containerStarted: true }, containerId: 'c1' };

testSignature(ClassicFilelessExecution, {
  fires: [
    { name: 'a memfd', events: [exec('memfd:x')], data: { path: 'memfd:x' } },
    { name: 'shared memory', events: [exec('/dev/shm/x'), exec('/run/shm/x')], findings: 2 },
    { name: 'runc in a container', events: [exec('memfd:runc_cloned:/proc/self/exe', container)] },
  ],
  quiet: [
    { name: 'runc, and what lies on a disk', events: [exec('memfd:runc_cloned:/proc/self/exe'), exec('/usr/bin/id')] },
  ],
});
