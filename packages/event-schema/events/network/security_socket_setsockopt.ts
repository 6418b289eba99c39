import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2305,
  name: 'security_socket_setsockopt',
  sets: 'lsm_hooks net net_sock',
  doc: 'An option of a socket is about to be set. sockfd: of setsockopt, -1 for other ways.',
  probe: onEntry('security_socket_setsockopt'),
  args: 'sockfd:i32 level:i32=socket_level optname:i32=socket_option local_addr:sockaddr',
});
