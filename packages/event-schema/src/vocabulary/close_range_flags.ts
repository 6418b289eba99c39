import { defineFlags } from './define';

export default defineFlags({
  name: 'close_range_flags',
  doc: 'close_range',
  values: {
    CLOSE_RANGE_UNSHARE: 0x2,
    CLOSE_RANGE_CLOEXEC: 0x4,
  },
});
