import { defineEvent } from '../define';

export default defineEvent({
  id: 2505,
  name: 'container_remove',
  sets: 'default containers',
  doc: 'A container was removed: its cgroup was. The event is of the task that removed it.',
  probe: 'tracepoint cgroup_rmdir',
  control: true,
  args: 'runtime:string container_id:string',
});
