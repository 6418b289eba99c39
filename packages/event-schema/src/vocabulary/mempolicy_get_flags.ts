import { defineFlags } from './define';

export default defineFlags({
  name: 'mempolicy_get_flags',
  doc: 'get_mempolicy',
  bits: 64,
  values: {
    MPOL_F_NODE: 0x1,
    MPOL_F_ADDR: 0x2,
    MPOL_F_MEMS_ALLOWED: 0x4,
  },
});
