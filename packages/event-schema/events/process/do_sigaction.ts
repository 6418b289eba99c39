import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2056,
  name: 'do_sigaction',
  sets: 'proc',
  doc: 'The action of a signal is about to be set (sa_), asked for (old_sa_), or both: is_..._initialized says which is given; what is not is 0. A handler is given for method SIG_HND only.',
  probe: onEntry('do_sigaction'),
  args: 'sig:i32=signal is_sa_initialized:bool sa_flags:u64=sigaction_flags sa_mask:u64 sa_handle_method:u8=signal_method sa_handler:ptr is_old_sa_initialized:bool old_sa_flags:u64=sigaction_flags old_sa_mask:u64 old_sa_handle_method:u8=signal_method old_sa_handler:ptr',
});
