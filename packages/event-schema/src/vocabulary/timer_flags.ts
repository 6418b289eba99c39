import { defineFlags } from './define';

export default defineFlags({
  name: 'timer_flags',
  doc: 'timer_settime, clock_nanosleep',
  values: {
    TIMER_ABSTIME: 0x1,
  },
});
