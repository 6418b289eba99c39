import addressFamily from './address_family';
import { defineDependent } from './define';
import ipProtocol from './ip_protocol';
import netlinkProtocol from './netlink_protocol';
import packetProtocol from './packet_protocol';

const { AF_INET, AF_INET6, AF_NETLINK, AF_PACKET } = addressFamily.values;

export default defineDependent({
  name: 'socket_protocol',
  doc: 'Third argument of socket, whose meaning the family decides',
  on: ['domain', 'family'],
  cases: [
    { when: [AF_INET, AF_INET6], vocabulary: ipProtocol },
    { when: [AF_NETLINK], vocabulary: netlinkProtocol },
    { when: [AF_PACKET], vocabulary: packetProtocol },
  ],
});
