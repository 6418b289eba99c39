import { defineFlags } from './define';

export default defineFlags({
  name: 'wait_options',
  doc: 'wait4, waitid',
  values: {
    WNOHANG: 0x1,
    WUNTRACED: 0x2,
    WEXITED: 0x4,
    WCONTINUED: 0x8,
    WNOWAIT: 0x1000000,
    __WNOTHREAD: 0x20000000,
    __WALL: 0x40000000,
    __WCLONE: 0x80000000,
  },
  accepts: {
    WSTOPPED: 0x2,
  },
});
