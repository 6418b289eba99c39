import { defineEnum } from './define';

export default defineEnum({
  name: 'signal_mask_how',
  doc: 'rt_sigprocmask',
  values: {
    SIG_BLOCK: 0,
    SIG_UNBLOCK: 1,
    SIG_SETMASK: 2,
  },
});
