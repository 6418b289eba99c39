import { defineEvent } from '../define';

export default defineEvent({
  id: 2307,
  name: 'socket_dup',
  doc: 'A descriptor of a socket was duplicated, by dup, dup2, dup3 or fcntl. remote_addr: the peer, all zero or unnamed where there is none; families other than AF_UNIX, AF_INET and AF_INET6 are not reported.',
  probe: 'tracepoint sys_exit',
  args: 'oldfd:i32 newfd:i32 remote_addr:sockaddr',
});
