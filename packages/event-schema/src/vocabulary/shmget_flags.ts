import { defineFlags } from './define';
import ipcGetFlags from './ipc_get_flags';
import { hugePages } from './mmap_flags';

export default defineFlags({
  name: 'shmget_flags',
  doc: 'shmget; permissions in octal',
  fields: { SHM_HUGE: hugePages('SHM') },
  octal: ipcGetFlags.octal,
  values: { ...ipcGetFlags.values, SHM_HUGETLB: 0x800, SHM_NORESERVE: 0x1000 },
});
