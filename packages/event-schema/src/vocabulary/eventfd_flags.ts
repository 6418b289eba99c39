import { defineFlags } from './define';

export default defineFlags({
  name: 'eventfd_flags',
  doc: 'eventfd2',
  values: {
    EFD_SEMAPHORE: 0x1,
    EFD_NONBLOCK: 0x800,
    EFD_CLOEXEC: 0x80000,
  },
});
