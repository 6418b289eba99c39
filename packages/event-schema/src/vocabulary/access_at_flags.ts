import atFlags from './at_flags';
import { defineFlags } from './define';

export default defineFlags({
  name: 'access_at_flags',
  doc: 'faccessat2',
  values: { ...atFlags.values, AT_EACCESS: 0x200 },
});
