import { defineFlags } from './define';

export default defineFlags({
  name: 'fsmount_flags',
  doc: 'fsmount',
  values: {
    FSMOUNT_CLOEXEC: 0x1,
  },
});
