/**
 * The live tests of the host. Not here: flood and policies, which load the machine for minutes when it is emulated and ask little of the
 * kernel that accounting and process do not; what needs a runtime with a daemon. The guest has cgroup v2 alone.
 */
const names =
  'accounting any_syscalls btf containers events executables faults filters io_workers process signature_acts signatures start_events syscalls';

export const title = 'live tests';
export const command = `node test/run-live.mjs /out/results.json ${names}`;
export const timeoutSeconds = 2400;
