import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2124,
  name: 'shared_object_loaded',
  sets: 'lsm_hooks fs fs_file_ops proc proc_mem',
  doc: 'A file is about to be mapped to be executed, by mmap: as a loader maps a shared object.',
  probe: onEntry('security_mmap_file'),
  args: 'pathname:string flags:i32 dev:u32 inode:u64 ctime:u64',
});
