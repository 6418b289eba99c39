import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2104,
  name: 'security_inode_mknod',
  sets: 'lsm_hooks',
  doc: 'A device node, FIFO or socket is about to be made. file_name is the path inside its file system; dev is the device that the node stands for.',
  probe: onEntry('security_inode_mknod'),
  args: 'file_name:string mode:u16=file_mode dev:u32',
});
