import { defineEnum } from './define';

export default defineEnum({
  name: 'signal_method',
  doc: 'What a signal does: do_sigaction; the first two are what the kernel keeps as a handler, the third is any other',
  values: { SIG_DFL: 0, SIG_IGN: 1, SIG_HND: 2 },
});
