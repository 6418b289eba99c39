import { defineEnum } from './define';

export default defineEnum({
  name: 'seccomp_operation',
  doc: 'seccomp',
  values: {
    SECCOMP_SET_MODE_STRICT: 0,
    SECCOMP_SET_MODE_FILTER: 1,
    SECCOMP_GET_ACTION_AVAIL: 2,
    SECCOMP_GET_NOTIF_SIZES: 3,
  },
});
