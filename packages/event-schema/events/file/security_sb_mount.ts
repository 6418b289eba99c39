import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2106,
  name: 'security_sb_mount',
  sets: 'default lsm_hooks fs',
  doc: 'mount(2) is about to mount, bind, move or remount. path is where.',
  probe: onEntry('security_sb_mount'),
  control: true,
  args: 'dev_name:string path:string type:string flags:u64',
});
