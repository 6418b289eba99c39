import { defineEnum } from './define';

export default defineEnum({
  name: 'lseek_whence',
  doc: 'lseek',
  values: {
    SEEK_SET: 0,
    SEEK_CUR: 1,
    SEEK_END: 2,
    SEEK_DATA: 3,
    SEEK_HOLE: 4,
  },
});
