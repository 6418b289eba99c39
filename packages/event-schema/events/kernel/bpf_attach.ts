import { defineEvent } from '../define';

export default defineEvent({
  id: 2413,
  name: 'bpf_attach',
  doc: 'A BPF program was attached to a tracepoint, raw or of perf, or to a kernel or user probe. symbol_name: the tracepoint, the function of the kernel (absent when it was named by address), or the file of a user probe; of an event of the tracer that is none of these, its name; symbol_addr: the address that a kernel probe is at (on some processors behind the instruction that marks the entry of a function), or the offset of a user probe in its file. prog_helpers: a bit for each helper that the program calls; absent when it was loaded before, or the kernel has no kprobes. What perf events that count are given, and links of other kinds, are not here: bpf_link_attach has all links.',
  probe: 'tracepoint sys_exit',
  adds: 'kprobe bpf_check',
  args: 'prog_type:i32=bpf_prog_type prog_name:string prog_id:u32 prog_helpers:u64s symbol_name:string symbol_addr:u64 attach_type:i32=bpf_attach_point',
});
