import { defineEnum } from './define';

export default defineEnum({
  name: 'rusage_who',
  doc: 'getrusage',
  values: {
    RUSAGE_SELF: 0,
    RUSAGE_CHILDREN: -1,
    RUSAGE_THREAD: 1,
  },
});
