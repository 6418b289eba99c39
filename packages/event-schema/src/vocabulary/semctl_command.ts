import { defineFlags } from './define';

export default defineFlags({
  name: 'semctl_command',
  doc: 'semctl; IPC_64 is set by 32-bit programs',
  fields: {
    SEMCTL_COMMAND: {
      mask: 0xff,
      values: {
        IPC_RMID: 0x0,
        IPC_SET: 0x1,
        IPC_STAT: 0x2,
        IPC_INFO: 0x3,
        GETPID: 0xb,
        GETVAL: 0xc,
        GETALL: 0xd,
        GETNCNT: 0xe,
        GETZCNT: 0xf,
        SETVAL: 0x10,
        SETALL: 0x11,
        SEM_STAT: 0x12,
        SEM_INFO: 0x13,
        SEM_STAT_ANY: 0x14,
      },
    },
  },
  values: {
    IPC_64: 0x100,
  },
});
