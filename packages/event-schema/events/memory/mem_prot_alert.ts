import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2203,
  name: 'mem_prot_alert',
  doc: 'Memory becomes executable in a way that code injection uses. alert 1: mapped writable and executable; 2: made executable; 3: executable made writable too; 4: writable and executable made executable only.',
  probe: [onEntry('security_mmap_file'), onEntry('security_file_mprotect')].join(' & '),
  args: 'alert:u32=memory_alert addr:ptr len:u64 prot:i32 prev_prot:i32 pathname:string dev:u32 inode:u64 ctime:u64',
});
