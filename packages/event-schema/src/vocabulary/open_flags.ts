import { defineFlags } from './define';

export default defineFlags({
  name: 'open_flags',
  doc: 'How a file is opened: open, openat, the flags of an open file; __FMODE_EXEC is set by the kernel when it opens a program',
  fields: {
    O_ACCMODE: {
      mask: 0x3,
      values: {
        O_RDONLY: 0x0,
        O_WRONLY: 0x1,
        O_RDWR: 0x2,
      },
    },
  },
  values: {
    O_CREAT: 0x40,
    O_EXCL: 0x80,
    O_NOCTTY: 0x100,
    O_TRUNC: 0x200,
    O_APPEND: 0x400,
    O_NONBLOCK: 0x800,
    O_DSYNC: 0x1000,
    FASYNC: 0x2000,
    O_NOATIME: 0x40000,
    O_CLOEXEC: 0x80000,
    O_SYNC: 0x101000,
    O_PATH: 0x200000,
    __FMODE_EXEC: 0x20,
  },
  x64: {
    O_DIRECT: 0x4000,
    O_LARGEFILE: 0x8000,
    O_DIRECTORY: 0x10000,
    O_NOFOLLOW: 0x20000,
    O_TMPFILE: 0x410000,
  },
  arm64: {
    O_DIRECTORY: 0x4000,
    O_NOFOLLOW: 0x8000,
    O_DIRECT: 0x10000,
    O_LARGEFILE: 0x20000,
    O_TMPFILE: 0x404000,
  },
  accepts: {
    O_NDELAY: 0x800,
  },
});
