import { defineFlags } from './define';

export default defineFlags({
  name: 'timerfd_set_flags',
  doc: 'timerfd_settime',
  values: {
    TFD_TIMER_ABSTIME: 0x1,
    TFD_TIMER_CANCEL_ON_SET: 0x2,
  },
});
