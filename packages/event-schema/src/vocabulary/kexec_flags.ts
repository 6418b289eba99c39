import { defineFlags } from './define';

export default defineFlags({
  name: 'kexec_flags',
  doc: 'kexec_load',
  bits: 64,
  fields: {
    KEXEC_ARCH_MASK: {
      mask: 0xffff0000,
      values: {
        KEXEC_ARCH_DEFAULT: 0x0,
        KEXEC_ARCH_386: 0x30000,
        KEXEC_ARCH_X86_64: 0x3e0000,
        KEXEC_ARCH_ARM: 0x280000,
        KEXEC_ARCH_AARCH64: 0xb70000,
      },
    },
  },
  values: {
    KEXEC_ON_CRASH: 0x1,
    KEXEC_PRESERVE_CONTEXT: 0x2,
    KEXEC_UPDATE_ELFCOREHDR: 0x4,
    KEXEC_CRASH_HOTPLUG_SUPPORT: 0x8,
  },
});
