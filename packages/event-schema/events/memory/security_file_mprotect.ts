import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2202,
  name: 'security_file_mprotect',
  sets: 'lsm_hooks proc proc_mem fs fs_file_ops',
  doc: 'The protection of a mapping is about to change. addr and len are those of the system call, which may span several mappings, with one event each; prot: as asked for; pkey: of pkey_mprotect, -1 otherwise.',
  probe: onEntry('security_file_mprotect'),
  args: 'pathname:string prot:i32 ctime:u64 prev_prot:i32 addr:ptr len:u64 pkey:i32',
});
