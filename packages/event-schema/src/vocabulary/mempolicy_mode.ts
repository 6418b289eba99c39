import { defineFlags } from './define';

export default defineFlags({
  name: 'mempolicy_mode',
  doc: 'set_mempolicy, mbind',
  fields: {
    MPOL_MODE: {
      mask: 0xff,
      values: {
        MPOL_DEFAULT: 0x0,
        MPOL_PREFERRED: 0x1,
        MPOL_BIND: 0x2,
        MPOL_INTERLEAVE: 0x3,
        MPOL_LOCAL: 0x4,
        MPOL_PREFERRED_MANY: 0x5,
        MPOL_WEIGHTED_INTERLEAVE: 0x6,
      },
    },
  },
  values: {
    MPOL_F_NUMA_BALANCING: 0x2000,
    MPOL_F_RELATIVE_NODES: 0x4000,
    MPOL_F_STATIC_NODES: 0x8000,
  },
});
