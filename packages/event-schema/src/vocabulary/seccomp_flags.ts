import { defineFlags } from './define';

export default defineFlags({
  name: 'seccomp_flags',
  doc: 'seccomp, SECCOMP_SET_MODE_FILTER',
  values: {
    SECCOMP_FILTER_FLAG_TSYNC: 0x1,
    SECCOMP_FILTER_FLAG_LOG: 0x2,
    SECCOMP_FILTER_FLAG_SPEC_ALLOW: 0x4,
    SECCOMP_FILTER_FLAG_NEW_LISTENER: 0x8,
    SECCOMP_FILTER_FLAG_TSYNC_ESRCH: 0x10,
    SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV: 0x20,
  },
});
