import { defineEvent } from '../define';

export default defineEvent({
  id: 2502,
  name: 'cgroup_attach_task',
  doc: 'A task was moved to a cgroup of any hierarchy. comm and pid are those of the task that was moved (pid: its thread id in the initial pid namespace); the event is of the task that moved it.',
  probe: 'tracepoint cgroup_attach_task',
  control: true,
  args: 'cgroup_path:string comm:string pid:i32',
});
