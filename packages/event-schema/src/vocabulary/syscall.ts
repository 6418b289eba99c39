import { syscalls } from '../../events/syscalls/table';
import { type Arch, defineEnum, type Values } from './define';

const numbers = (arch: Arch): Values =>
  Object.fromEntries(
    syscalls.flatMap(({ name, syscall }) => {
      const number = syscall?.[arch] ?? null;
      return number === null ? [] : [[name, number]];
    }),
  );

export default defineEnum({
  name: 'syscall',
  doc: 'Number of a system call: sys_enter, sys_exit',
  values: {},
  x64: numbers('x64'),
  arm64: numbers('arm64'),
});
