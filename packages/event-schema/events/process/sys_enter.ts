import { defineEvent } from '../define';

export default defineEvent({
  id: 2061,
  name: 'sys_enter',
  doc: 'A task enters a system call, whichever it is; the flag isCompat says that the number is one of the 32-bit table.',
  probe: 'tracepoint sys_enter',
  args: 'syscall:i32=syscall',
});
