import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2050,
  name: 'commit_creds',
  doc: 'A task takes other credentials, and an id or a set of capabilities changes (user namespace or secure bits alone are not reported). Ids are those of the initial user namespace.',
  probe: onEntry('commit_creds'),
  args: 'old_cred:cred new_cred:cred',
});
