import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2118,
  name: 'vfs_utimes',
  doc: 'The access and change times of a file are about to be set. 0: the current time, or left as it is.',
  probe: onEntry('vfs_utimes'),
  args: 'pathname:string dev:u32 inode:u64 atime:u64 mtime:u64',
});
