import { defineEvent } from '../define';

export default defineEvent({
  id: 2425,
  name: 'suspicious_syscall_source',
  doc: 'A system call was made from memory that no file backs: injected code. Once for a process, a system call and a mapping. ip is behind the instruction.',
  probe: 'tracepoint sched_process_fork & tracepoint sys_enter',
  args: 'syscall:i32=syscall ip:ptr vma_type:string vma_start:ptr vma_size:u64 vma_flags:u64=vma_flags',
});
