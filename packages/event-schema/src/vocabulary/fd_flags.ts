import { defineFlags } from './define';

export default defineFlags({
  name: 'fd_flags',
  doc: 'Flags of a descriptor: fcntl F_SETFD',
  values: {
    FD_CLOEXEC: 0x1,
  },
});
