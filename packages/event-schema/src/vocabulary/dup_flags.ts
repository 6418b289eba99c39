import { defineFlags } from './define';

export default defineFlags({
  name: 'dup_flags',
  doc: 'dup3, memfd_secret',
  values: {
    O_CLOEXEC: 0x80000,
  },
});
