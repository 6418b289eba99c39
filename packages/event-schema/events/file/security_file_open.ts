import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2100,
  name: 'security_file_open',
  sets: 'lsm_hooks fs fs_file_ops',
  doc: 'A file is opened, by whatever way. syscall_pathname: the path as the caller of open, openat, openat2, execve or execveat wrote it.',
  probe: onEntry('security_file_open'),
  args: 'pathname:string flags:i32 dev:u32 inode:u64 ctime:u64 syscall_pathname:string',
});
