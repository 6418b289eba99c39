import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2411,
  name: 'security_bpf_map',
  sets: 'lsm_hooks',
  doc: 'A process is about to get a descriptor of a BPF map.',
  probe: onEntry('security_bpf_map'),
  args: 'map_id:u32 map_name:string',
});
