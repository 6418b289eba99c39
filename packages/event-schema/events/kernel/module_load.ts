import { defineEvent } from '../define';

export default defineEvent({
  id: 2423,
  name: 'module_load',
  doc: 'A module was put into the kernel and is about to be initialized. The file is absent where it came from memory (init_module); the version, where it has none.',
  probe: 'tracepoint module_load',
  control: true,
  args: 'name:string version:string src_version:string pathname:string dev:u32 inode:u64 ctime:u64',
});
