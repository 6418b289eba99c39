import { defineEnum } from './define';

export default defineEnum({
  name: 'epoll_op',
  doc: 'epoll_ctl',
  values: {
    EPOLL_CTL_ADD: 1,
    EPOLL_CTL_DEL: 2,
    EPOLL_CTL_MOD: 3,
  },
});
