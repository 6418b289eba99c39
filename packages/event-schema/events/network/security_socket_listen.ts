import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2301,
  name: 'security_socket_listen',
  sets: 'lsm_hooks net net_sock',
  doc: 'A socket is about to take connections. sockfd: of the system call, -1 where it has none (io_uring, the kernel itself).',
  probe: onEntry('security_socket_listen'),
  args: 'sockfd:i32 local_addr:sockaddr backlog:i32',
});
