import { defineDerivedEvent } from '../define';

export default defineDerivedEvent({
  id: 2402,
  name: 'hooked_proc_fops',
  doc: 'File operations of a directory of /proc lead outside the kernel: each as "symbol owner", hidden_iterate [rootkit].',
  derived: 'the addresses in the file operations of /proc and /proc/kallsyms',
  args: 'hooked_fops_pointers:strings',
});
