import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2412,
  name: 'security_bpf_prog',
  doc: 'A process is about to get a descriptor of a BPF program. helpers: a bit for each helper that the program calls, by its number; load: the program is new.',
  probe: ['kprobe bpf_check', onEntry('security_bpf_prog')].join(' & '),
  args: 'type:i32=bpf_prog_type name:string helpers:u64s id:u32 load:bool',
});
