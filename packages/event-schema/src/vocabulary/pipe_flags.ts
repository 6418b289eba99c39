import { defineFlags } from './define';

export default defineFlags({
  name: 'pipe_flags',
  doc: 'pipe2',
  values: {
    O_NONBLOCK: 0x800,
    O_CLOEXEC: 0x80000,
    O_NOTIFICATION_PIPE: 0x80,
  },
  x64: {
    O_DIRECT: 0x4000,
  },
  arm64: {
    O_DIRECT: 0x10000,
  },
});
