import { defineFlags } from './define';

export default defineFlags({
  name: 'sched_policy',
  doc: 'sched_setscheduler',
  fields: {
    SCHED_POLICY: {
      mask: 0xff,
      values: {
        SCHED_NORMAL: 0x0,
        SCHED_FIFO: 0x1,
        SCHED_RR: 0x2,
        SCHED_BATCH: 0x3,
        SCHED_IDLE: 0x5,
        SCHED_DEADLINE: 0x6,
        SCHED_EXT: 0x7,
      },
    },
  },
  values: {
    SCHED_RESET_ON_FORK: 0x40000000,
  },
});
