import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2418,
  name: 'proc_create',
  doc: 'The kernel, or a module, makes a file in /proc with operations of its own.',
  probe: onEntry('proc_create'),
  args: 'name:string proc_ops_addr:ptr',
});
