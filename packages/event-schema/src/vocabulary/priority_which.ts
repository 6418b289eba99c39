import { defineEnum } from './define';

export default defineEnum({
  name: 'priority_which',
  doc: 'setpriority, getpriority',
  values: {
    PRIO_PROCESS: 0,
    PRIO_PGRP: 1,
    PRIO_USER: 2,
  },
});
