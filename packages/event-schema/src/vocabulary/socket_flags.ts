import { defineFlags } from './define';

export default defineFlags({
  name: 'socket_flags',
  doc: 'accept4, and the high bits of a socket type',
  values: {
    SOCK_NONBLOCK: 0x800,
    SOCK_CLOEXEC: 0x80000,
  },
});
