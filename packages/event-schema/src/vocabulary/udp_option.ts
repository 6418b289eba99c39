import { defineEnum } from './define';

export default defineEnum({
  name: 'udp_option',
  doc: 'Socket options of level SOL_UDP',
  values: {
    UDP_CORK: 1,
    UDP_ENCAP: 100,
    UDP_NO_CHECK6_TX: 101,
    UDP_NO_CHECK6_RX: 102,
    UDP_SEGMENT: 103,
    UDP_GRO: 104,
  },
});
