import { defineEvent } from '../define';

export default defineEvent({
  id: 2001,
  name: 'sched_process_exec',
  sets: 'default proc',
  doc: 'A process replaced its program. cmdpath is the path as the caller wrote it, pathname the file as the kernel resolved it; env is sent on request (--output exec-env).',
  probe: 'tracepoint sched_process_exec',
  control: true,
  args: `
    cmdpath:string pathname:string dev:u32 inode:u64 ctime:u64 inode_mode:u16=file_mode
    interpreter_pathname:string interpreter_dev:u32 interpreter_inode:u64 interpreter_ctime:u64
    argv:strings interp:string stdin_type:u16=file_mode stdin_path:string invoked_from_kernel:bool prev_comm:string env:strings pwd:string
  `,
});
