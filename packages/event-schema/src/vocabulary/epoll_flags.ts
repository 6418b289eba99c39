import { defineFlags } from './define';

export default defineFlags({
  name: 'epoll_flags',
  doc: 'epoll_create1',
  values: {
    EPOLL_CLOEXEC: 0x80000,
  },
});
