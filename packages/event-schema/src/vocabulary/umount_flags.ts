import { defineFlags } from './define';

export default defineFlags({
  name: 'umount_flags',
  doc: 'umount2',
  values: {
    MNT_FORCE: 0x1,
    MNT_DETACH: 0x2,
    MNT_EXPIRE: 0x4,
    UMOUNT_NOFOLLOW: 0x8,
  },
});
