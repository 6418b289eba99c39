import { defineFlags } from './define';

export default defineFlags({
  name: 'sync_file_range_flags',
  doc: 'sync_file_range',
  values: {
    SYNC_FILE_RANGE_WAIT_BEFORE: 0x1,
    SYNC_FILE_RANGE_WRITE: 0x2,
    SYNC_FILE_RANGE_WAIT_AFTER: 0x4,
  },
});
