import { defineFlags } from './define';
import socketFlags from './socket_flags';

export default defineFlags({
  name: 'socket_type',
  doc: 'socket, socketpair; the high bits are flags of the new descriptor',
  fields: {
    SOCK_TYPE_MASK: {
      mask: 0xf,
      values: {
        SOCK_STREAM: 0x1,
        SOCK_DGRAM: 0x2,
        SOCK_RAW: 0x3,
        SOCK_RDM: 0x4,
        SOCK_SEQPACKET: 0x5,
        SOCK_DCCP: 0x6,
        SOCK_PACKET: 0xa,
      },
    },
  },
  values: socketFlags.values,
});
