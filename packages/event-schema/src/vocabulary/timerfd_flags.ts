import { defineFlags } from './define';

export default defineFlags({
  name: 'timerfd_flags',
  doc: 'timerfd_create',
  values: {
    TFD_NONBLOCK: 0x800,
    TFD_CLOEXEC: 0x80000,
  },
});
