import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2113,
  name: 'vfs_write',
  doc: 'A file was written. pos is where that began; 0 where the file has no position.',
  probe: onReturn('vfs_write'),
  args: 'pathname:string dev:u32 inode:u64 count:u64 pos:i64',
});
