import { defineEvent } from '../define';

export default defineEvent({
  id: 2450,
  name: 'io_uring_create',
  doc: 'A process made an io_uring, through which it can do the work of system calls without making them. fd is -1 where the kernel gives the descriptor later.',
  probe: 'tracepoint io_uring_create',
  args: 'fd:i32 sq_entries:u32 cq_entries:u32 flags:u32=io_uring_setup_flags',
});
