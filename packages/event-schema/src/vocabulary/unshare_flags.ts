import cloneFlags from './clone_flags';
import { defineFlags } from './define';
import namespaceType from './namespace_type';

const { CLONE_VM, CLONE_FS, CLONE_FILES, CLONE_SIGHAND, CLONE_THREAD, CLONE_SYSVSEM } = cloneFlags.values;

export default defineFlags({
  name: 'unshare_flags',
  doc: 'What unshare separates from the parent',
  values: {
    CLONE_VM,
    CLONE_FS,
    CLONE_FILES,
    CLONE_SIGHAND,
    CLONE_THREAD,
    CLONE_SYSVSEM,
    ...namespaceType.values,
  },
});
