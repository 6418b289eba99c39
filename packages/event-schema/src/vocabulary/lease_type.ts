import { defineEnum } from './define';

export default defineEnum({
  name: 'lease_type',
  doc: 'fcntl F_SETLEASE',
  values: {
    F_RDLCK: 0,
    F_WRLCK: 1,
    F_UNLCK: 2,
  },
});
