import { defineEnum } from './define';

export default defineEnum({
  name: 'packet_protocol',
  doc: 'Protocol of a packet socket, in the byte order of the network',
  values: {
    ETH_P_ALL: 0x0300,
    ETH_P_IP: 0x0008,
    ETH_P_ARP: 0x0608,
    ETH_P_RARP: 0x3580,
    ETH_P_8021Q: 0x0081,
    ETH_P_IPV6: 0xdd86,
    ETH_P_PPP_SES: 0x6488,
    ETH_P_PAE: 0x8e88,
    ETH_P_8021AD: 0xa888,
    ETH_P_LLDP: 0xcc88,
    ETH_P_LOOPBACK: 0x0090,
    ETH_P_802_2: 0x0400,
  },
});
