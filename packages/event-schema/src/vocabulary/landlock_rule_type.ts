import { defineEnum } from './define';

export default defineEnum({
  name: 'landlock_rule_type',
  doc: 'landlock_add_rule',
  values: {
    LANDLOCK_RULE_PATH_BENEATH: 1,
    LANDLOCK_RULE_NET_PORT: 2,
  },
});
