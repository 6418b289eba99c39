import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2060,
  name: 'user_namespace_create',
  sets: 'proc',
  doc: 'A user namespace was made, by clone or unshare; its maker has all capabilities in it. The returned value is an error where the kernel refused, and user_ns is 0 then. level: depth below the initial one, of the new namespace; owner and group: of its maker, ids of the initial namespace.',
  probe: onReturn('create_user_ns'),
  args: 'user_ns:u32 parent_ns:u32 level:i32 owner:u32 group:u32',
});
