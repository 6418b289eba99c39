import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2103,
  name: 'security_inode_rename',
  doc: 'A file is about to be renamed. Both paths are inside their file system: the hook does not know the mount.',
  probe: onEntry('security_inode_rename'),
  args: 'old_path:string new_path:string',
});
