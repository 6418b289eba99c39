import { defineFlags } from './define';

export default defineFlags({
  name: 'splice_flags',
  doc: 'splice, tee, vmsplice',
  values: {
    SPLICE_F_MOVE: 0x1,
    SPLICE_F_NONBLOCK: 0x2,
    SPLICE_F_MORE: 0x4,
    SPLICE_F_GIFT: 0x8,
  },
});
