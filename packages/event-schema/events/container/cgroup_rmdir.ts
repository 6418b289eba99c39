import { defineEvent } from '../define';

export default defineEvent({
  id: 2501,
  name: 'cgroup_rmdir',
  doc: 'A cgroup was removed. Its path begins at the root of its hierarchy; hierarchy_id is 0 for cgroup v2.',
  probe: 'tracepoint cgroup_rmdir',
  control: true,
  args: 'cgroup_id:u64 cgroup_path:string hierarchy_id:u32',
});
