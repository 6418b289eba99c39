import { defineEvent } from '../define';

export default defineEvent({
  id: 2306,
  name: 'socket_accept',
  doc: 'A connection was accepted: sockfd listens, the returned value is the new descriptor, both addresses are those of the new socket. For accept and accept4; what io_uring accepts is seen by security_socket_accept.',
  probe: 'tracepoint sys_exit',
  args: 'sockfd:i32 local_addr:sockaddr remote_addr:sockaddr',
});
