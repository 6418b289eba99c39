import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2105,
  name: 'security_inode_symlink',
  sets: 'lsm_hooks fs fs_file_ops',
  doc: 'A symbolic link is about to be made. linkpath is the path inside its file system.',
  probe: onEntry('security_inode_symlink'),
  args: 'linkpath:string target:string',
});
