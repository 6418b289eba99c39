import { defineFlags } from './define';

export default defineFlags({
  name: 'signalfd_flags',
  doc: 'signalfd4',
  values: {
    SFD_NONBLOCK: 0x800,
    SFD_CLOEXEC: 0x80000,
  },
});
