import { defineFlags } from './define';

export default defineFlags({
  name: 'unlink_flags',
  doc: 'unlinkat',
  values: {
    AT_REMOVEDIR: 0x200,
  },
});
