import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2422,
  name: 'do_init_module',
  doc: 'The initialization of a module has ended. The version is absent where the module has none.',
  probe: ['tracepoint module_load', onReturn('do_init_module')].join(' & '),
  control: true,
  args: 'name:string version:string src_version:string',
});
