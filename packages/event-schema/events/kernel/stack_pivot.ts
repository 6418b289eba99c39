import { defineEvent } from '../define';

export default defineEvent({
  id: 2426,
  name: 'stack_pivot',
  doc: 'A system call was made while the stack pointer was in memory that is no stack. Threads that are older than the collector are not judged.',
  probe: 'tracepoint sched_process_fork & tracepoint sys_enter',
  args: 'syscall:i32=syscall sp:ptr vma_type:string vma_start:ptr vma_size:u64 vma_flags:u64=vma_flags',
});
