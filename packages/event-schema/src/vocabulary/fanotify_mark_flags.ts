import { defineFlags } from './define';

export default defineFlags({
  name: 'fanotify_mark_flags',
  doc: 'fanotify_mark',
  fields: {
    FAN_MARK_TYPE: {
      mask: 0x110,
      values: {
        FAN_MARK_INODE: 0x0,
        FAN_MARK_MOUNT: 0x10,
        FAN_MARK_FILESYSTEM: 0x100,
        FAN_MARK_MNTNS: 0x110,
      },
    },
  },
  values: {
    FAN_MARK_ADD: 0x1,
    FAN_MARK_REMOVE: 0x2,
    FAN_MARK_DONT_FOLLOW: 0x4,
    FAN_MARK_ONLYDIR: 0x8,
    FAN_MARK_IGNORED_MASK: 0x20,
    FAN_MARK_IGNORED_SURV_MODIFY: 0x40,
    FAN_MARK_FLUSH: 0x80,
    FAN_MARK_EVICTABLE: 0x200,
    FAN_MARK_IGNORE: 0x400,
  },
  accepts: {
    FAN_MARK_IGNORE_SURV: 0x440,
  },
});
