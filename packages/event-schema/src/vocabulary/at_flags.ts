import { defineFlags } from './define';

export default defineFlags({
  name: 'at_flags',
  doc: 'How the calls with a directory descriptor take a path',
  values: {
    AT_SYMLINK_NOFOLLOW: 0x100,
    AT_SYMLINK_FOLLOW: 0x400,
    AT_NO_AUTOMOUNT: 0x800,
    AT_EMPTY_PATH: 0x1000,
    AT_RECURSIVE: 0x8000,
  },
});
