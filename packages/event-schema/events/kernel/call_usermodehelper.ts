import { defineEvent } from '../define';

export default defineEvent({
  id: 2415,
  name: 'call_usermodehelper',
  doc: 'The kernel is about to start a program of user space by itself.',
  probe: 'kprobe call_usermodehelper',
  args: 'pathname:string argv:strings envp:strings wait:i32=usermode_helper_wait',
});
