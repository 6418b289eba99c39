import { defineFlags } from './define';

export default defineFlags({
  name: 'pkey_rights',
  doc: 'pkey_alloc',
  bits: 64,
  values: {
    PKEY_DISABLE_ACCESS: 0x1,
    PKEY_DISABLE_WRITE: 0x2,
  },
  arm64: {
    PKEY_DISABLE_EXECUTE: 0x4,
    PKEY_DISABLE_READ: 0x8,
  },
});
