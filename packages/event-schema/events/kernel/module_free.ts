import { defineEvent } from '../define';

export default defineEvent({
  id: 2424,
  name: 'module_free',
  doc: 'A module is taken out of the kernel: it was removed, or its initialization failed.',
  probe: 'tracepoint module_free',
  control: true,
  args: 'name:string version:string src_version:string',
});
