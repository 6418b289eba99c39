import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2414,
  name: 'kprobe_attach',
  doc: 'A kernel probe was registered, by its symbol or, where that is absent, by an address; or could not be. The handlers are addresses in the kernel, 0 for none.',
  probe: onReturn('register_kprobe'),
  args: 'symbol_name:string pre_handler_addr:ptr post_handler_addr:ptr',
});
