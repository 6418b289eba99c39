import { defineFlags } from './define';

export default defineFlags({
  name: 'personality',
  doc: 'personality; the program behaves as on another system or layout',
  bits: 64,
  fields: {
    PER_MASK: {
      mask: 0xff,
      values: {
        PER_LINUX: 0x0,
        PER_BSD: 0x6,
        PER_LINUX32: 0x8,
        PER_RISCOS: 0xc,
        PER_OSF4: 0xf,
        PER_HPUX: 0x10,
      },
    },
  },
  values: {
    UNAME26: 0x20000,
    ADDR_NO_RANDOMIZE: 0x40000,
    FDPIC_FUNCPTRS: 0x80000,
    MMAP_PAGE_ZERO: 0x100000,
    ADDR_COMPAT_LAYOUT: 0x200000,
    READ_IMPLIES_EXEC: 0x400000,
    ADDR_LIMIT_32BIT: 0x800000,
    SHORT_INODE: 0x1000000,
    WHOLE_SECONDS: 0x2000000,
    STICKY_TIMEOUTS: 0x4000000,
    ADDR_LIMIT_3GB: 0x8000000,
  },
});
