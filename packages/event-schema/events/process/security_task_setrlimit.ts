import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2057,
  name: 'security_task_setrlimit',
  sets: 'lsm',
  doc: 'A limit of a process is about to be set, by setrlimit or prlimit64. target_host_pid: whose.',
  probe: onEntry('security_task_setrlimit'),
  args: 'target_host_pid:u32 resource:i32=rlimit_resource new_rlim_cur:u64 new_rlim_max:u64',
});
