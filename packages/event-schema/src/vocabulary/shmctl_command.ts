import { defineFlags } from './define';

export default defineFlags({
  name: 'shmctl_command',
  doc: 'shmctl; IPC_64 is set by 32-bit programs',
  fields: {
    SHMCTL_COMMAND: {
      mask: 0xff,
      values: {
        IPC_RMID: 0x0,
        IPC_SET: 0x1,
        IPC_STAT: 0x2,
        IPC_INFO: 0x3,
        SHM_LOCK: 0xb,
        SHM_UNLOCK: 0xc,
        SHM_STAT: 0xd,
        SHM_INFO: 0xe,
        SHM_STAT_ANY: 0xf,
      },
    },
  },
  values: {
    IPC_64: 0x100,
  },
});
