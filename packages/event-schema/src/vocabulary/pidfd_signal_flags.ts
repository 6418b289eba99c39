import { defineFlags } from './define';

export default defineFlags({
  name: 'pidfd_signal_flags',
  doc: 'pidfd_send_signal',
  values: {
    PIDFD_SIGNAL_THREAD: 0x1,
    PIDFD_SIGNAL_THREAD_GROUP: 0x2,
    PIDFD_SIGNAL_PROCESS_GROUP: 0x4,
  },
});
