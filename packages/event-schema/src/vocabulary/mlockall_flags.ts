import { defineFlags } from './define';

export default defineFlags({
  name: 'mlockall_flags',
  doc: 'mlockall',
  values: {
    MCL_CURRENT: 0x1,
    MCL_FUTURE: 0x2,
    MCL_ONFAULT: 0x4,
  },
});
