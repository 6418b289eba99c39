import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2101,
  name: 'security_bprm_check',
  sets: 'lsm_hooks proc proc_life',
  doc: 'A program is about to be run; once more for the interpreter of a script. argv and envp are those of the caller of execve; envp is sent on request (--output exec-env).',
  probe: onEntry('security_bprm_check'),
  args: 'pathname:string dev:u32 inode:u64 argv:strings envp:strings',
});
