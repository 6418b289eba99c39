import { defineEnum } from './define';

export default defineEnum({
  name: 'fsconfig_command',
  doc: 'fsconfig',
  values: {
    FSCONFIG_SET_FLAG: 0,
    FSCONFIG_SET_STRING: 1,
    FSCONFIG_SET_BINARY: 2,
    FSCONFIG_SET_PATH: 3,
    FSCONFIG_SET_PATH_EMPTY: 4,
    FSCONFIG_SET_FD: 5,
    FSCONFIG_CMD_CREATE: 6,
    FSCONFIG_CMD_RECONFIGURE: 7,
    FSCONFIG_CMD_CREATE_EXCL: 8,
  },
});
