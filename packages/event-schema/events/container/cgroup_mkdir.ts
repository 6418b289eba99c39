import { defineEvent } from '../define';

export default defineEvent({
  id: 2500,
  name: 'cgroup_mkdir',
  doc: 'A cgroup was made. cgroup_path begins at the root of its hierarchy, whatever cgroup namespace the task is in; hierarchy_id is 0 for cgroup v2. cgroup_id is unique within its hierarchy only.',
  probe: 'tracepoint cgroup_mkdir',
  control: true,
  args: 'cgroup_id:u64 cgroup_path:string hierarchy_id:u32',
});
