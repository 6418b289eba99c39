import { defineFlags } from './define';

export default defineFlags({
  name: 'shadow_stack_flags',
  doc: 'map_shadow_stack',
  values: { SHADOW_STACK_SET_TOKEN: 0x1, SHADOW_STACK_SET_MARKER: 0x2 },
});
