import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2304,
  name: 'security_socket_bind',
  sets: 'default lsm_hooks net net_sock',
  doc: 'A socket is about to be given an address. sockfd: of bind, -1 for other ways; local_addr: as asked for, port 0 for any.',
  probe: onEntry('security_socket_bind'),
  args: 'sockfd:i32 local_addr:sockaddr',
});
