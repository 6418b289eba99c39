import { defineFlags } from './define';

export default defineFlags({
  name: 'prot',
  doc: 'Access to memory: mmap, mprotect',
  values: {
    PROT_NONE: 0x0,
    PROT_READ: 0x1,
    PROT_WRITE: 0x2,
    PROT_EXEC: 0x4,
    PROT_SEM: 0x8,
    PROT_GROWSDOWN: 0x1000000,
    PROT_GROWSUP: 0x2000000,
  },
  arm64: {
    PROT_BTI: 0x10,
    PROT_MTE: 0x20,
  },
});
