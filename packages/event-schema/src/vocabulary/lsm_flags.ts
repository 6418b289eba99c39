import { defineFlags } from './define';

export default defineFlags({
  name: 'lsm_flags',
  doc: 'lsm_get_self_attr',
  values: {
    LSM_FLAG_SINGLE: 0x1,
  },
});
