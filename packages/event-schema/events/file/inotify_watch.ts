import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2121,
  name: 'inotify_watch',
  doc: 'inotify found the file that is to be watched.',
  probe: onReturn('inotify_find_inode'),
  args: 'pathname:string inode:u64 dev:u32',
});
