import { defineDerivedEvent } from '../define';

export default defineDerivedEvent({
  id: 2063,
  name: 'init_namespaces',
  doc: 'The namespaces of process 1, by inode number, when tracing begins: one event, of no task. 0 for a kind of namespace that this kernel has not, and for all where process 1 may not be looked at, of which tracee-collect warns.',
  derived: '/proc/1/ns when tracing begins',
  args: 'cgroup:u32 ipc:u32 mnt:u32 net:u32 pid:u32 pid_for_children:u32 time:u32 time_for_children:u32 user:u32 uts:u32',
});
