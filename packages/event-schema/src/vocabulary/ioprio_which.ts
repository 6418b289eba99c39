import { defineEnum } from './define';

export default defineEnum({
  name: 'ioprio_which',
  doc: 'ioprio_set, ioprio_get',
  values: {
    IOPRIO_WHO_PROCESS: 1,
    IOPRIO_WHO_PGRP: 2,
    IOPRIO_WHO_USER: 3,
  },
});
