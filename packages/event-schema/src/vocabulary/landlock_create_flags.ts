import { defineFlags } from './define';

export default defineFlags({
  name: 'landlock_create_flags',
  doc: 'landlock_create_ruleset',
  values: {
    LANDLOCK_CREATE_RULESET_VERSION: 0x1,
    LANDLOCK_CREATE_RULESET_ERRATA: 0x2,
  },
});
