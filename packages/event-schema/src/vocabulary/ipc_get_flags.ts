import { defineFlags } from './define';

export default defineFlags({
  name: 'ipc_get_flags',
  doc: 'semget, msgget; permissions in octal',
  octal: 0o777,
  values: {
    IPC_CREAT: 0x200,
    IPC_EXCL: 0x400,
  },
});
