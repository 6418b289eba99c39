import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2107,
  name: 'security_sb_umount',
  sets: 'default lsm_hooks fs',
  doc: 'A file system is about to be unmounted.',
  probe: onEntry('security_sb_umount'),
  control: true,
  args: 'mountpoint:string type:string flags:i32',
});
