import { defineEnum } from './define';

export default defineEnum({
  name: 'itimer_which',
  doc: 'setitimer, getitimer',
  values: {
    ITIMER_REAL: 0,
    ITIMER_VIRTUAL: 1,
    ITIMER_PROF: 2,
  },
});
