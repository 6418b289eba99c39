import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2102,
  name: 'security_inode_unlink',
  sets: 'default lsm_hooks fs fs_file_ops',
  doc: 'A name of a file is about to be removed. pathname is the path inside its file system: the hook does not know the mount.',
  probe: onEntry('security_inode_unlink'),
  args: 'pathname:string inode:u64 dev:u32 ctime:u64',
});
