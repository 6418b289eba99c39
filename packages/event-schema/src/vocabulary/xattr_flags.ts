import { defineFlags } from './define';

export default defineFlags({
  name: 'xattr_flags',
  doc: 'setxattr',
  values: {
    XATTR_CREATE: 0x1,
    XATTR_REPLACE: 0x2,
  },
});
