import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2421,
  name: 'kallsyms_lookup_name',
  doc: 'The kernel, or a module, looked up the address of a symbol; 0 when there is none.',
  probe: onReturn('kallsyms_lookup_name'),
  args: 'symbol_name:string symbol_address:ptr',
});
