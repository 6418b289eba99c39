import { defineFlags } from './define';

export default defineFlags({
  name: 'membarrier_flags',
  doc: 'membarrier',
  values: {
    MEMBARRIER_CMD_FLAG_CPU: 0x1,
  },
});
