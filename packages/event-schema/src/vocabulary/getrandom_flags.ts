import { defineFlags } from './define';

export default defineFlags({
  name: 'getrandom_flags',
  doc: 'getrandom',
  values: {
    GRND_NONBLOCK: 0x1,
    GRND_RANDOM: 0x2,
    GRND_INSECURE: 0x4,
  },
});
