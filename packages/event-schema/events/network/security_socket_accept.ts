import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2303,
  name: 'security_socket_accept',
  sets: 'default lsm_hooks net net_sock',
  doc: 'A listening socket is about to be asked for a connection, which may not be there yet. sockfd: of accept or accept4, -1 for other ways; local_addr: of the listening socket.',
  probe: onEntry('security_socket_accept'),
  args: 'sockfd:i32 local_addr:sockaddr',
});
