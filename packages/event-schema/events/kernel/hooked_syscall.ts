import { defineDerivedEvent } from '../define';

export default defineDerivedEvent({
  id: 2400,
  name: 'hooked_syscall',
  doc: 'An entry of the system-call table leads outside the kernel: function is what stands at the address, owner the module it belongs to.',
  derived: 'the addresses in the system-call table and /proc/kallsyms',
  args: 'syscall:string address:string function:string owner:string',
});
