import { defineFlags } from './define';

export default defineFlags({
  name: 'pidfd_open_flags',
  doc: 'pidfd_open',
  values: {
    PIDFD_NONBLOCK: 0x800,
    PIDFD_THREAD: 0x80,
  },
});
