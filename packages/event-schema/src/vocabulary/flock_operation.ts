import { defineFlags } from './define';

export default defineFlags({
  name: 'flock_operation',
  doc: 'flock',
  values: {
    LOCK_SH: 0x1,
    LOCK_EX: 0x2,
    LOCK_UN: 0x8,
    LOCK_NB: 0x4,
  },
});
