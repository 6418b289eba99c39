import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2110,
  name: 'security_path_notify',
  sets: 'lsm_hooks fs_monitor',
  doc: 'A watch (inotify, fanotify, dnotify) is about to be put on a path.',
  probe: onEntry('security_path_notify'),
  args: 'pathname:string inode:u64 dev:u32 mask:u64 obj_type:u32',
});
