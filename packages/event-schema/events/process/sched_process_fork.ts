import { defineEvent } from '../define';

export default defineEvent({
  id: 2000,
  name: 'sched_process_fork',
  doc: 'A task made a thread or a process. parent_process is the process of the calling thread; leader is the thread group leader of the child.',
  probe: 'tracepoint sched_process_fork',
  control: true,
  args: `
    parent_tid:i32 parent_ns_tid:i32 parent_pid:i32 parent_ns_pid:i32 parent_start_time:time
    child_tid:i32 child_ns_tid:i32 child_pid:i32 child_ns_pid:i32 start_time:time
    parent_process_tid:i32 parent_process_ns_tid:i32 parent_process_pid:i32 parent_process_ns_pid:i32 parent_process_start_time:time
    leader_tid:i32 leader_ns_tid:i32 leader_pid:i32 leader_ns_pid:i32 leader_start_time:time
  `,
});
