import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2302,
  name: 'security_socket_connect',
  sets: 'default lsm_hooks net net_sock',
  doc: 'A socket is about to be connected, by connect, io_uring or the kernel itself. remote_addr: the copy that the kernel works with, of whatever family; sockfd: of connect, -1 for other ways; io_uring asks twice where the connection does not come about at once.',
  probe: onEntry('security_socket_connect'),
  args: 'sockfd:i32 type:i32=socket_type remote_addr:sockaddr',
});
