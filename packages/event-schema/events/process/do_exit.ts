import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2055,
  name: 'do_exit',
  sets: 'proc proc_life',
  doc: 'A thread begins to end. The returned value is the code that wait gives: exit code << 8, or the signal.',
  probe: onEntry('do_exit'),
  args: '',
});
