import { defineEvent } from '../define';

export default defineEvent({
  id: 2002,
  name: 'sched_process_exit',
  sets: 'proc proc_life',
  doc: 'A thread ended. process_group_exit: no other thread of its process is alive; threads that end at once may all say so.',
  probe: 'tracepoint sched_process_exit',
  control: true,
  args: 'exit_code:i32 signal_code:i32=signal process_group_exit:bool',
});
