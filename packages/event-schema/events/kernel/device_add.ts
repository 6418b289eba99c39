import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2419,
  name: 'device_add',
  doc: 'A device is added to the kernel. parent_name is absent for a device without one.',
  probe: onEntry('device_add'),
  args: 'name:string parent_name:string',
});
