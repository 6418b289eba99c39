import { defineFlags } from './define';

export default defineFlags({
  name: 'mlock_flags',
  doc: 'mlock2',
  values: {
    MLOCK_ONFAULT: 0x1,
  },
});
