import { defineFlags } from './define';

export default defineFlags({
  name: 'inotify_flags',
  doc: 'inotify_init1',
  values: {
    IN_NONBLOCK: 0x800,
    IN_CLOEXEC: 0x80000,
  },
});
