import { defineEvent } from '../define';

export default defineEvent({
  id: 2053,
  name: 'task_rename',
  sets: 'proc',
  doc: 'The name of a task changes: prctl, a write to /proc/PID/comm, an execution.',
  probe: 'tracepoint task_rename',
  args: 'old_name:string new_name:string',
});
