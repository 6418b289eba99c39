import { defineFlags } from './define';

export default defineFlags({
  name: 'fanotify_init_flags',
  doc: 'fanotify_init',
  fields: {
    FAN_ALL_CLASS_BITS: {
      mask: 0xc,
      values: {
        FAN_CLASS_NOTIF: 0x0,
        FAN_CLASS_CONTENT: 0x4,
        FAN_CLASS_PRE_CONTENT: 0x8,
      },
    },
  },
  values: {
    FAN_CLOEXEC: 0x1,
    FAN_NONBLOCK: 0x2,
    FAN_UNLIMITED_QUEUE: 0x10,
    FAN_UNLIMITED_MARKS: 0x20,
    FAN_ENABLE_AUDIT: 0x40,
    FAN_REPORT_PIDFD: 0x80,
    FAN_REPORT_TID: 0x100,
    FAN_REPORT_FID: 0x200,
    FAN_REPORT_DIR_FID: 0x400,
    FAN_REPORT_NAME: 0x800,
    FAN_REPORT_TARGET_FID: 0x1000,
    FAN_REPORT_FD_ERROR: 0x2000,
    FAN_REPORT_MNT: 0x4000,
  },
  accepts: {
    FAN_REPORT_DFID_NAME: 0xc00,
    FAN_REPORT_DFID_NAME_TARGET: 0x1e00,
  },
});
