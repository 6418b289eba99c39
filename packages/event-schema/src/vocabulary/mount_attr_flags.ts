import { defineFlags } from './define';

export default defineFlags({
  name: 'mount_attr_flags',
  doc: 'Attributes of a mount: fsmount',
  fields: {
    MOUNT_ATTR__ATIME: {
      mask: 0x70,
      values: {
        MOUNT_ATTR_RELATIME: 0x0,
        MOUNT_ATTR_NOATIME: 0x10,
        MOUNT_ATTR_STRICTATIME: 0x20,
      },
    },
  },
  values: {
    MOUNT_ATTR_RDONLY: 0x1,
    MOUNT_ATTR_NOSUID: 0x2,
    MOUNT_ATTR_NODEV: 0x4,
    MOUNT_ATTR_NOEXEC: 0x8,
    MOUNT_ATTR_NODIRATIME: 0x80,
    MOUNT_ATTR_IDMAP: 0x100000,
    MOUNT_ATTR_NOSYMFOLLOW: 0x200000,
  },
});
