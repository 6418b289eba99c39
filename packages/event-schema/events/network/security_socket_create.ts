import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2300,
  name: 'security_socket_create',
  sets: 'lsm_hooks net net_sock',
  doc: 'A socket is about to be made. type is without the flags of the descriptor; kern: by the kernel for its own use.',
  probe: onEntry('security_socket_create'),
  args: 'family:i32=address_family type:i32=socket_type protocol:i32=socket_protocol kern:i32',
});
