import { defineFlags } from './define';

export default defineFlags({
  name: 'userfaultfd_flags',
  doc: 'userfaultfd',
  values: {
    O_NONBLOCK: 0x800,
    O_CLOEXEC: 0x80000,
    UFFD_USER_MODE_ONLY: 0x1,
  },
});
