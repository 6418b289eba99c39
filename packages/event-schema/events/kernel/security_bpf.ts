import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2410,
  name: 'security_bpf',
  sets: 'lsm_hooks',
  doc: 'A process is about to use BPF: a command of the bpf system call.',
  probe: onEntry('security_bpf'),
  args: 'cmd:i32=bpf_command',
});
