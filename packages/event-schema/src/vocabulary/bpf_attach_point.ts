import { defineEnum } from './define';

export default defineEnum({
  name: 'bpf_attach_point',
  doc: 'What bpf_attach saw a program attached to, in the words of Tracee',
  values: { raw_tracepoint: 0, tracepoint: 1, kprobe: 2, kretprobe: 3, uprobe: 4, uretprobe: 5 },
});
