import { defineEnum } from './define';

export default defineEnum({
  name: 'shutdown_how',
  doc: 'shutdown',
  values: {
    SHUT_RD: 0,
    SHUT_WR: 1,
    SHUT_RDWR: 2,
  },
});
