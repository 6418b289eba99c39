import { defineEnum } from './define';

export default defineEnum({
  name: 'wait_id_type',
  doc: 'waitid',
  values: {
    P_ALL: 0,
    P_PID: 1,
    P_PGID: 2,
    P_PIDFD: 3,
  },
});
