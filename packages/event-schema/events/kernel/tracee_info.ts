import { defineDerivedEvent } from '../define';

export default defineDerivedEvent({
  id: 2428,
  name: 'tracee_info',
  doc: 'Who traces: one event when tracing begins, of no task. boot_time: when the machine was booted, Unix epoch in ns; start_time: when tracing began, ns since boot; version: of tracee-collect.',
  derived: 'the collector itself when tracing begins',
  args: 'boot_time:u64 start_time:time version:string',
});
