import { defineFlags } from './define';

export default defineFlags({
  name: 'dnotify_mask',
  doc: 'fcntl F_NOTIFY',
  values: {
    DN_ACCESS: 0x1,
    DN_MODIFY: 0x2,
    DN_CREATE: 0x4,
    DN_DELETE: 0x8,
    DN_RENAME: 0x10,
    DN_ATTRIB: 0x20,
    DN_MULTISHOT: 0x80000000,
  },
});
