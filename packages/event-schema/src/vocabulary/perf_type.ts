import { defineEnum } from './define';

export default defineEnum({
  name: 'perf_type',
  doc: 'Kinds of perf events',
  values: {
    PERF_TYPE_HARDWARE: 0,
    PERF_TYPE_SOFTWARE: 1,
    PERF_TYPE_TRACEPOINT: 2,
    PERF_TYPE_HW_CACHE: 3,
    PERF_TYPE_RAW: 4,
    PERF_TYPE_BREAKPOINT: 5,
  },
});
