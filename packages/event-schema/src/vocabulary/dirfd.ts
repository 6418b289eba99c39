import { defineEnum } from './define';

export default defineEnum({
  name: 'dirfd',
  doc: 'Directory that a relative path starts from: a descriptor, or the working directory',
  values: {
    AT_FDCWD: -100,
  },
});
