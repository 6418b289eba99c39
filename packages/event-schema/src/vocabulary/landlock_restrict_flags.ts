import { defineFlags } from './define';

export default defineFlags({
  name: 'landlock_restrict_flags',
  doc: 'landlock_restrict_self',
  values: {
    LANDLOCK_RESTRICT_SELF_LOG_SAME_EXEC_OFF: 0x1,
    LANDLOCK_RESTRICT_SELF_LOG_NEW_EXEC_ON: 0x2,
    LANDLOCK_RESTRICT_SELF_LOG_SUBDOMAINS_OFF: 0x4,
  },
});
