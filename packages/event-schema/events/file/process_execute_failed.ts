import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2127,
  name: 'process_execute_failed',
  sets: 'proc',
  doc: 'A program that could be opened could not be run. interpreter_path: what the kernel tried to run last, the program itself or the interpreter of a script.',
  probe: onReturn('bprm_execve'),
  args: 'dirfd:i32 flags:i32 pathname:string binary.path:string binary.device_id:u32 binary.inode_number:u64 binary.ctime:u64 binary.inode_mode:u16=file_mode interpreter_path:string stdin_type:u16=file_mode stdin_path:string kernel_invoked:i32 argv:strings envp:strings',
});
