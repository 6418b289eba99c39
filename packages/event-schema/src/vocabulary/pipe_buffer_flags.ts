import { defineFlags } from './define';

export default defineFlags({
  name: 'pipe_buffer_flags',
  doc: 'Flags of a page in a pipe: dirty_pipe_splice',
  values: {
    PIPE_BUF_FLAG_LRU: 0x1,
    PIPE_BUF_FLAG_ATOMIC: 0x2,
    PIPE_BUF_FLAG_GIFT: 0x4,
    PIPE_BUF_FLAG_PACKET: 0x8,
    PIPE_BUF_FLAG_CAN_MERGE: 0x10,
    PIPE_BUF_FLAG_WHOLE: 0x20,
    PIPE_BUF_FLAG_LOSS: 0x40,
  },
});
