import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2201,
  name: 'do_mmap',
  sets: 'fs fs_file_ops proc proc_mem',
  doc: 'Memory is about to be mapped, by a system call or by the kernel. addr: where it was asked for, 0 for anywhere; flags are those the file was opened with; pgoff: offset into the file in pages.',
  probe: onEntry('do_mmap'),
  args: 'addr:ptr pathname:string flags:u32 dev:u32 inode:u64 ctime:u64 pgoff:u64 len:u64 prot:u64 mmap_flags:u64',
});
