import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2112,
  name: 'vfs_readv',
  doc: 'A file was read from, to several buffers. pos is where that began; 0 where the file has no position. vlen: number of buffers.',
  probe: onReturn('vfs_readv'),
  args: 'pathname:string dev:u32 inode:u64 vlen:u64 pos:i64',
});
