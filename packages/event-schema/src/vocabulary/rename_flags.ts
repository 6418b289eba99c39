import { defineFlags } from './define';

export default defineFlags({
  name: 'rename_flags',
  doc: 'renameat2',
  values: {
    RENAME_NOREPLACE: 0x1,
    RENAME_EXCHANGE: 0x2,
    RENAME_WHITEOUT: 0x4,
  },
});
