import { defineDependent } from './define';
import dnotifyMask from './dnotify_mask';
import fcntlCommand from './fcntl_command';
import fdFlags from './fd_flags';
import leaseType from './lease_type';
import openFlags from './open_flags';
import sealFlags from './seal_flags';
import signal from './signal';

const { F_SETFD, F_SETFL, F_SETSIG, F_SETLEASE, F_NOTIFY, F_ADD_SEALS } = fcntlCommand.values;

export default defineDependent({
  name: 'fcntl_argument',
  doc: 'Third argument of fcntl, for the commands that give it names',
  on: ['cmd'],
  cases: [
    { when: [F_SETFD], vocabulary: fdFlags },
    { when: [F_SETFL], vocabulary: openFlags },
    { when: [F_SETSIG], vocabulary: signal },
    { when: [F_SETLEASE], vocabulary: leaseType },
    { when: [F_NOTIFY], vocabulary: dnotifyMask },
    { when: [F_ADD_SEALS], vocabulary: sealFlags },
  ],
});
