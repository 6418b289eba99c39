import { defineFlags } from './define';

export default defineFlags({
  name: 'rseq_flags',
  doc: 'rseq',
  values: {
    RSEQ_FLAG_UNREGISTER: 0x1,
  },
});
