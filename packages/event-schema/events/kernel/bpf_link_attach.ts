import { defineEvent } from '../define';

export default defineEvent({
  id: 2427,
  name: 'bpf_link_attach',
  doc: 'A BPF link was made: a program is attached to a cgroup, an interface, a socket map, a function, a tracepoint, an iterator. The returned value is its descriptor. symbol_name: the tracepoint, or the function that the program was loaded for. prog_helpers: a bit for each helper that the program calls; absent when it was loaded before, or the kernel has no kprobes. A link of struct_ops has no program. Links that a program of type BPF_PROG_TYPE_SYSCALL makes are not seen.',
  probe: 'tracepoint sys_exit',
  adds: 'kprobe bpf_check',
  args: 'link_id:u32 link_type:i32=bpf_link_type prog_type:i32=bpf_prog_type prog_name:string prog_id:u32 prog_helpers:u64s expected_attach_type:i32=bpf_attach_type symbol_name:string',
});
