import atFlags from './at_flags';
import { defineFlags } from './define';

export default defineFlags({
  name: 'open_tree_flags',
  doc: 'open_tree, open_tree_attr',
  values: { ...atFlags.values, OPEN_TREE_CLONE: 0x1, OPEN_TREE_CLOEXEC: 0x80000 },
});
