import { defineEvent } from '../define';

export default defineEvent({
  id: 2503,
  name: 'mount_namespace_exec',
  doc: "A process replaced its program in another mount namespace than its parent's, as the first program of a container does: from then on what happens in the container is its own doing, no longer its runtime's.",
  probe: 'tracepoint sched_process_exec',
  control: true,
  args: 'mnt_ns:u32 parent_mnt_ns:u32',
});
