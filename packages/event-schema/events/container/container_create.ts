import { defineEvent } from '../define';

export default defineEvent({
  id: 2504,
  name: 'container_create',
  sets: 'default containers',
  doc: 'A container was made: its cgroup was. The event is of the task that made it, a runtime; ctime is when. What the runtime tells is asked of it before the event is sent, for a bounded time: what it did not tell is empty.',
  probe: 'tracepoint cgroup_mkdir',
  control: true,
  args: `
    runtime:string container_id:string ctime:time container_image:string container_image_digest:string container_name:string
    pod_name:string pod_namespace:string pod_uid:string pod_sandbox:bool
  `,
});
