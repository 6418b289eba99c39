import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2126,
  name: 'zeroed_inodes',
  doc: 'A directory listing shows an entry whose inode number is 0, which hides it from many programs.',
  probe: [onEntry('filldir64'), onEntry('filldir')].join(' & '),
  args: 'dirent_name:string',
});
