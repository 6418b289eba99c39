import { defineFlags } from './define';

export default defineFlags({
  name: 'module_init_flags',
  doc: 'finit_module',
  values: {
    MODULE_INIT_IGNORE_MODVERSIONS: 0x1,
    MODULE_INIT_IGNORE_VERMAGIC: 0x2,
    MODULE_INIT_COMPRESSED_FILE: 0x4,
  },
});
