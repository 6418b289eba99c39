import atFlags from './at_flags';
import { defineFlags } from './define';

export default defineFlags({
  name: 'execveat_flags',
  doc: 'execveat; AT_EXECVE_CHECK asks only whether the program may be run',
  values: { ...atFlags.values, AT_EXECVE_CHECK: 0x10000 },
});
