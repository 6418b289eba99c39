import { defineFlags } from './define';

export default defineFlags({
  name: 'msgq_flags',
  doc: 'msgsnd, msgrcv',
  values: {
    IPC_NOWAIT: 0x800,
    MSG_NOERROR: 0x1000,
    MSG_EXCEPT: 0x2000,
    MSG_COPY: 0x4000,
  },
});
