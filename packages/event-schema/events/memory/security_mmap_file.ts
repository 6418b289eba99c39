import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2200,
  name: 'security_mmap_file',
  sets: 'lsm_hooks fs fs_file_ops proc proc_mem',
  doc: 'A file, or anonymous memory (pathname null), is about to be mapped. flags are those the file was opened with.',
  probe: onEntry('security_mmap_file'),
  args: 'pathname:string flags:i32 dev:u32 inode:u64 ctime:u64 prot:u64 mmap_flags:u64',
});
