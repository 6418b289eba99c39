import { defineFlags } from './define';

export default defineFlags({
  name: 'msync_flags',
  doc: 'msync',
  values: {
    MS_ASYNC: 0x1,
    MS_INVALIDATE: 0x2,
    MS_SYNC: 0x4,
  },
});
