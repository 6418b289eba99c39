import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2111,
  name: 'vfs_read',
  doc: 'A file was read from. pos is where that began; 0 where the file has no position.',
  probe: onReturn('vfs_read'),
  args: 'pathname:string dev:u32 inode:u64 count:u64 pos:i64',
});
