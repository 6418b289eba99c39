import { defineEvent } from '../define';

export default defineEvent({
  id: 2054,
  name: 'sched_switch',
  doc: 'A processor turns from one task to another; the event is of the one that leaves. Ids are host thread ids, 0 for the idle task.',
  probe: 'tracepoint sched_switch',
  args: 'cpu:i32 prev_tid:i32 prev_comm:string next_tid:i32 next_comm:string',
});
