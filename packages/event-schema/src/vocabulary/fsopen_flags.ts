import { defineFlags } from './define';

export default defineFlags({
  name: 'fsopen_flags',
  doc: 'fsopen',
  values: {
    FSOPEN_CLOEXEC: 0x1,
  },
});
