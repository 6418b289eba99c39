import { defineEnum } from './define';

export default defineEnum({
  name: 'lsm_attribute',
  doc: 'lsm_get_self_attr, lsm_set_self_attr',
  values: {
    LSM_ATTR_UNDEF: 0,
    LSM_ATTR_CURRENT: 100,
    LSM_ATTR_EXEC: 101,
    LSM_ATTR_FSCREATE: 102,
    LSM_ATTR_KEYCREATE: 103,
    LSM_ATTR_PREV: 104,
    LSM_ATTR_SOCKCREATE: 105,
  },
});
