import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2308,
  name: 'net_tcp_connect',
  sets: 'default flows',
  doc: 'A TCP connection is about to be opened, by connect, sendto with MSG_FASTOPEN, io_uring or the kernel itself. dst: IPv4, or IPv6 in the shortest form; an IPv4 peer of an IPv6 socket is IPv4. dst_dns is empty: names are not known.',
  probe: [onEntry('tcp_v4_connect'), onEntry('tcp_v6_connect')].join(' & '),
  args: 'dst:string dst_port:i32 dst_dns:strings',
});
