import { defineFlags } from './define';

export default defineFlags({
  name: 'ipc_call',
  doc: 'ipc of 32-bit programs; the high half is a version',
  fields: {
    IPC_CALL: {
      mask: 0xffff,
      values: {
        SEMOP: 0x1,
        SEMGET: 0x2,
        SEMCTL: 0x3,
        SEMTIMEDOP: 0x4,
        MSGSND: 0xb,
        MSGRCV: 0xc,
        MSGGET: 0xd,
        MSGCTL: 0xe,
        SHMAT: 0x15,
        SHMDT: 0x16,
        SHMGET: 0x17,
        SHMCTL: 0x18,
      },
    },
  },
  values: {},
});
