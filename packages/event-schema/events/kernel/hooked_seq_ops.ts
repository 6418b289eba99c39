import { defineDerivedEvent } from '../define';

export default defineDerivedEvent({
  id: 2401,
  name: 'hooked_seq_ops',
  doc: 'Operations behind files of /proc/net lead outside the kernel: each as "operation symbol owner", tcp4_show hidden_show [rootkit].',
  derived: 'the addresses in the seq_operations of /proc/net and /proc/kallsyms',
  args: 'hooked_seq_ops:strings',
});
