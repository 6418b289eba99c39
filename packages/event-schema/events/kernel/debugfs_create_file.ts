import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2416,
  name: 'debugfs_create_file',
  doc: 'The kernel makes a file in debugfs. path is the directory, from the root of debugfs; proc_ops_addr its file operations, not those of the proxy before them.',
  probe: onEntry('__debugfs_create_file'),
  args: 'file_name:string path:string mode:u16=file_mode proc_ops_addr:ptr',
});
