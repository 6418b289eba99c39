import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2108,
  name: 'security_kernel_read_file',
  sets: 'lsm_hooks',
  doc: 'The kernel is about to read a file for itself: a module, firmware, a kexec image.',
  probe: onEntry('security_kernel_read_file'),
  control: true,
  args: 'pathname:string dev:u32 inode:u64 type:i32 ctime:u64',
});
