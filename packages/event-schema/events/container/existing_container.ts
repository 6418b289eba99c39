import { defineDerivedEvent } from '../define';

export default defineDerivedEvent({
  id: 2506,
  name: 'existing_container',
  sets: 'containers',
  doc: 'A container that ran before tracing began: one event each, of no task. ctime is when its cgroup was made.',
  derived: 'the cgroups that are there when tracing begins',
  args: `
    runtime:string container_id:string ctime:time container_image:string container_image_digest:string container_name:string
    pod_name:string pod_namespace:string pod_uid:string pod_sandbox:bool
  `,
});
