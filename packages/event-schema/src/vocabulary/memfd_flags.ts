import { defineFlags } from './define';
import { hugePages } from './mmap_flags';

export default defineFlags({
  name: 'memfd_flags',
  doc: 'memfd_create',
  fields: { MFD_HUGE: hugePages('MFD') },
  values: {
    MFD_CLOEXEC: 0x1,
    MFD_ALLOW_SEALING: 0x2,
    MFD_HUGETLB: 0x4,
    MFD_NOEXEC_SEAL: 0x8,
    MFD_EXEC: 0x10,
  },
});
