import { defineFlags } from './define';

export default defineFlags({
  name: 'msgctl_command',
  doc: 'msgctl; IPC_64 is set by 32-bit programs',
  fields: {
    MSGCTL_COMMAND: {
      mask: 0xff,
      values: {
        IPC_RMID: 0x0,
        IPC_SET: 0x1,
        IPC_STAT: 0x2,
        IPC_INFO: 0x3,
        MSG_STAT: 0xb,
        MSG_INFO: 0xc,
        MSG_STAT_ANY: 0xd,
      },
    },
  },
  values: {
    IPC_64: 0x100,
  },
});
