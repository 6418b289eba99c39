import { defineFlags } from './define';

export default defineFlags({
  name: 'mremap_flags',
  doc: 'mremap',
  values: {
    MREMAP_MAYMOVE: 0x1,
    MREMAP_FIXED: 0x2,
    MREMAP_DONTUNMAP: 0x4,
  },
});
