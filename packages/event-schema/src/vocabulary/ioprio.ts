import { defineFlags } from './define';

export default defineFlags({
  name: 'ioprio',
  doc: 'Priority of input and output: ioprio_set; the low bits are the level in the class',
  fields: {
    IOPRIO_CLASS: {
      mask: 0xe000,
      values: { IOPRIO_CLASS_NONE: 0x0, IOPRIO_CLASS_RT: 0x2000, IOPRIO_CLASS_BE: 0x4000, IOPRIO_CLASS_IDLE: 0x6000 },
    },
  },
  values: {},
});
