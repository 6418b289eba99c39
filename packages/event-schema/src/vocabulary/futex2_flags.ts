import { defineFlags } from './define';

export default defineFlags({
  name: 'futex2_flags',
  doc: 'futex_wait, futex_wake, futex_requeue',
  fields: {
    FUTEX2_SIZE_MASK: {
      mask: 0x3,
      values: {
        FUTEX2_SIZE_U8: 0x0,
        FUTEX2_SIZE_U16: 0x1,
        FUTEX2_SIZE_U32: 0x2,
        FUTEX2_SIZE_U64: 0x3,
      },
    },
  },
  values: {
    FUTEX2_NUMA: 0x4,
    FUTEX2_MPOL: 0x8,
    FUTEX2_PRIVATE: 0x80,
  },
});
