import { defineEvent } from '../define';
import { onEntry } from '../probe';

export default defineEvent({
  id: 2058,
  name: 'security_settime64',
  sets: 'lsm',
  doc: 'The time of day or the time zone is about to be set. What is not given is 0.',
  probe: onEntry('security_settime64'),
  args: 'tv_sec:i64 tv_nsec:i64 tz_minuteswest:i32 tz_dsttime:i32',
});
