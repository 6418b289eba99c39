import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2109,
  name: 'security_kernel_post_read_file',
  sets: 'lsm_hooks',
  doc: 'The kernel has read a file for itself: a module, firmware, a kexec image.',
  probe: onEntry('security_kernel_post_read_file'),
  control: true,
  args: 'pathname:string size:i64 type:i32',
});
