import atFlags from './at_flags';
import { defineFlags } from './define';

export default defineFlags({
  name: 'statx_flags',
  doc: 'statx',
  fields: {
    AT_STATX_SYNC_TYPE: {
      mask: 0x6000,
      values: { AT_STATX_SYNC_AS_STAT: 0x0, AT_STATX_FORCE_SYNC: 0x2000, AT_STATX_DONT_SYNC: 0x4000 },
    },
  },
  values: atFlags.values,
});
