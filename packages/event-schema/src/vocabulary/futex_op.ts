import { defineFlags } from './define';

export default defineFlags({
  name: 'futex_op',
  doc: 'futex',
  fields: {
    FUTEX_OPERATION: {
      mask: 0x7f,
      values: {
        FUTEX_WAIT: 0x0,
        FUTEX_WAKE: 0x1,
        FUTEX_FD: 0x2,
        FUTEX_REQUEUE: 0x3,
        FUTEX_CMP_REQUEUE: 0x4,
        FUTEX_WAKE_OP: 0x5,
        FUTEX_LOCK_PI: 0x6,
        FUTEX_UNLOCK_PI: 0x7,
        FUTEX_TRYLOCK_PI: 0x8,
        FUTEX_WAIT_BITSET: 0x9,
        FUTEX_WAKE_BITSET: 0xa,
        FUTEX_WAIT_REQUEUE_PI: 0xb,
        FUTEX_CMP_REQUEUE_PI: 0xc,
        FUTEX_LOCK_PI2: 0xd,
      },
    },
  },
  values: {
    FUTEX_PRIVATE_FLAG: 0x80,
    FUTEX_CLOCK_REALTIME: 0x100,
  },
});
