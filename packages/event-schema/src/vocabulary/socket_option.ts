import { defineDependent } from './define';
import ipOption from './ip_option';
import ipv6Option from './ipv6_option';
import netlinkOption from './netlink_option';
import packetOption from './packet_option';
import soOption from './so_option';
import socketLevel from './socket_level';
import tcpOption from './tcp_option';
import udpOption from './udp_option';

const { SOL_SOCKET, SOL_IP, SOL_IPV6, SOL_TCP, SOL_UDP, SOL_PACKET, SOL_NETLINK } = socketLevel.values;

export default defineDependent({
  name: 'socket_option',
  doc: 'setsockopt, getsockopt: the level decides what the number means',
  on: ['level'],
  cases: [
    { when: [SOL_SOCKET], vocabulary: soOption },
    { when: [SOL_IP], vocabulary: ipOption },
    { when: [SOL_IPV6], vocabulary: ipv6Option },
    { when: [SOL_TCP], vocabulary: tcpOption },
    { when: [SOL_UDP], vocabulary: udpOption },
    { when: [SOL_PACKET], vocabulary: packetOption },
    { when: [SOL_NETLINK], vocabulary: netlinkOption },
  ],
});
