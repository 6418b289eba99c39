import { defineFlags } from './define';

export default defineFlags({
  name: 'module_delete_flags',
  doc: 'delete_module',
  values: {
    O_NONBLOCK: 0x800,
    O_TRUNC: 0x200,
  },
});
