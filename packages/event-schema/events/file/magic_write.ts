import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2116,
  name: 'magic_write',
  doc: 'The first bytes of a file were written: at most 32 of them, from offset 0. FIFOs and character devices have no such bytes.',
  probe: [onReturn('vfs_write'), onReturn('vfs_writev'), 'kretprobe __kernel_write'].join(' & '),
  args: 'pathname:string bytes:bytes dev:u32 inode:u64',
});
