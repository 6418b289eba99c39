import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2117,
  name: 'do_truncate',
  doc: 'A file is about to be cut or grown to a length. pathname is the path inside its file system.',
  probe: onEntry('do_truncate'),
  args: 'pathname:string inode:u64 dev:u32 length:u64',
});
