import { defineFlags } from './define';

export default defineFlags({
  name: 'io_uring_enter_flags',
  doc: 'io_uring_enter',
  values: {
    IORING_ENTER_GETEVENTS: 0x1,
    IORING_ENTER_SQ_WAKEUP: 0x2,
    IORING_ENTER_SQ_WAIT: 0x4,
    IORING_ENTER_EXT_ARG: 0x8,
    IORING_ENTER_REGISTERED_RING: 0x10,
    IORING_ENTER_ABS_TIMER: 0x20,
    IORING_ENTER_EXT_ARG_REG: 0x40,
    IORING_ENTER_NO_IOWAIT: 0x80,
  },
});
