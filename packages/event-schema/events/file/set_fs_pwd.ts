import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2122,
  name: 'set_fs_pwd',
  doc: 'The working directory of a process changes. unresolved_path: as the caller of chdir wrote it, null for other ways.',
  probe: onEntry('set_fs_pwd'),
  args: 'unresolved_path:string resolved_path:string',
});
