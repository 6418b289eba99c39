import { defineFlags } from './define';

export default defineFlags({
  name: 'mbind_flags',
  doc: 'mbind, move_pages',
  values: {
    MPOL_MF_STRICT: 0x1,
    MPOL_MF_MOVE: 0x2,
    MPOL_MF_MOVE_ALL: 0x4,
  },
});
