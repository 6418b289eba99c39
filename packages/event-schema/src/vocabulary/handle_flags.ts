import atFlags from './at_flags';
import { defineFlags } from './define';

export default defineFlags({
  name: 'handle_flags',
  doc: 'name_to_handle_at',
  values: {
    ...atFlags.values,
    AT_HANDLE_MNT_ID_UNIQUE: 0x1,
    AT_HANDLE_CONNECTABLE: 0x2,
    AT_HANDLE_FID: 0x200,
  },
});
