import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2417,
  name: 'debugfs_create_dir',
  doc: 'The kernel makes a directory in debugfs. path is the directory above, from the root of debugfs; absent where that is the root.',
  probe: onEntry('debugfs_create_dir'),
  args: 'name:string path:string',
});
