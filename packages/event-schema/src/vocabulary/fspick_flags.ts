import { defineFlags } from './define';

export default defineFlags({
  name: 'fspick_flags',
  doc: 'fspick',
  values: {
    FSPICK_CLOEXEC: 0x1,
    FSPICK_SYMLINK_NOFOLLOW: 0x2,
    FSPICK_NO_AUTOMOUNT: 0x4,
    FSPICK_EMPTY_PATH: 0x8,
  },
});
