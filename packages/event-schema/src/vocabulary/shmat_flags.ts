import { defineFlags } from './define';

export default defineFlags({
  name: 'shmat_flags',
  doc: 'shmat',
  values: {
    SHM_RDONLY: 0x1000,
    SHM_RND: 0x2000,
    SHM_REMAP: 0x4000,
    SHM_EXEC: 0x8000,
  },
});
