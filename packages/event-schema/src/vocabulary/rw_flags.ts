import { defineFlags } from './define';

export default defineFlags({
  name: 'rw_flags',
  doc: 'preadv2, pwritev2',
  values: {
    RWF_HIPRI: 0x1,
    RWF_DSYNC: 0x2,
    RWF_SYNC: 0x4,
    RWF_NOWAIT: 0x8,
    RWF_APPEND: 0x10,
    RWF_NOAPPEND: 0x20,
    RWF_ATOMIC: 0x40,
    RWF_DONTCACHE: 0x80,
  },
});
