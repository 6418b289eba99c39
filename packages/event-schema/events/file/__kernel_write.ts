import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2115,
  name: '__kernel_write',
  doc: 'The kernel wrote to a file for itself: a core dump, accounting. pos is where that began.',
  probe: onReturn('__kernel_write'),
  args: 'pathname:string dev:u32 inode:u64 count:u64 pos:i64',
});
