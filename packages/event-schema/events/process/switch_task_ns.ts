import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2051,
  name: 'switch_task_ns',
  doc: 'A task enters other namespaces by unshare or setns. pid: host thread id. An argument is the number of the new namespace, 0 where it stays in its own; new_pid is the namespace of its children to come. Not reported when none changes.',
  probe: onEntry('switch_task_namespaces'),
  args: 'pid:i32 new_mnt:u32 new_pid:u32 new_uts:u32 new_ipc:u32 new_net:u32 new_cgroup:u32',
});
