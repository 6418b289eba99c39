import { defineFlags } from './define';

export default defineFlags({
  name: 'seal_flags',
  doc: 'Seals of a file in memory: fcntl F_ADD_SEALS',
  values: {
    F_SEAL_SEAL: 0x1,
    F_SEAL_SHRINK: 0x2,
    F_SEAL_GROW: 0x4,
    F_SEAL_WRITE: 0x8,
    F_SEAL_FUTURE_WRITE: 0x10,
    F_SEAL_EXEC: 0x20,
  },
});
