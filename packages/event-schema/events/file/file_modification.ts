import { defineEvent } from '../define';
import { onCall, onEntry } from '../probe';

export default defineEvent({
  id: 2119,
  name: 'file_modification',
  doc: 'A regular file was changed: its change time moved. Reported once for each time that the process opens the file.',
  probe: [onCall('file_update_time'), onCall('file_modified'), onEntry('fd_install')].join(' & '),
  args: 'file_path:string dev:u32 inode:u64 old_ctime:u64 new_ctime:u64',
});
