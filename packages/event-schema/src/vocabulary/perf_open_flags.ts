import { defineFlags } from './define';

export default defineFlags({
  name: 'perf_open_flags',
  doc: 'perf_event_open',
  bits: 64,
  values: {
    PERF_FLAG_FD_NO_GROUP: 0x1,
    PERF_FLAG_FD_OUTPUT: 0x2,
    PERF_FLAG_PID_CGROUP: 0x4,
    PERF_FLAG_FD_CLOEXEC: 0x8,
  },
});
