import { defineEvent } from '../define';

export default defineEvent({
  id: 2062,
  name: 'sys_exit',
  doc: "A system call returns, whichever it is, with the context's returned value; the flag isCompat says that the number is one of the 32-bit table.",
  probe: 'tracepoint sys_exit',
  args: 'syscall:i32=syscall',
});
