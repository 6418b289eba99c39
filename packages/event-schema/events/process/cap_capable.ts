import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2052,
  name: 'cap_capable',
  doc: 'A capability is asked for in earnest: checks that must leave no audit record are not reported.',
  probe: onEntry('cap_capable'),
  args: 'cap:i32=capability',
});
