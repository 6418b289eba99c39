import { defineFlags } from './define';

export default defineFlags({
  name: 'kexec_file_flags',
  doc: 'kexec_file_load',
  bits: 64,
  values: {
    KEXEC_FILE_UNLOAD: 0x1,
    KEXEC_FILE_ON_CRASH: 0x2,
    KEXEC_FILE_NO_INITRAMFS: 0x4,
    KEXEC_FILE_DEBUG: 0x8,
    KEXEC_FILE_NO_CMA: 0x10,
  },
});
