import { defineEvent } from '../define';
import { onEntry } from '../probe';

/** What PR_SET_MM sets, in the order of struct prctl_mm_map. */
const memory = (when: 'old' | 'new') => `
    ${when}_start_code:ptr ${when}_end_code:ptr ${when}_start_data:ptr ${when}_end_data:ptr ${when}_start_brk:ptr ${when}_brk:ptr
    ${when}_start_stack:ptr ${when}_arg_start:ptr ${when}_arg_end:ptr ${when}_env_start:ptr ${when}_env_end:ptr ${when}_auxv:bytes
    ${when}_pathname:string ${when}_dev:u32 ${when}_inode:u64 ${when}_ctime:u64 ${when}_inode_mode:u16=file_mode
  `;

export default defineEvent({
  id: 2059,
  name: 'security_task_prctl',
  sets: 'lsm proc',
  doc: 'A process is about to change itself by prctl. vma_name: of PR_SET_VMA; old_ and new_: of PR_SET_MM, the memory and program as they are, and what is asked for; old_securebits: of PR_SET_SECUREBITS. Whatever the option does not have is 0 or null.',
  probe: onEntry('security_task_prctl'),
  args: `
    option:i32=prctl_option arg2:u64 arg3:u64 arg4:u64 arg5:u64 vma_name:string
    ${memory('old')} ${memory('new')} old_securebits:u32
  `,
});
