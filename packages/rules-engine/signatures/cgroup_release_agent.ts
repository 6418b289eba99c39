import { inContainer, type Meta, onWrittenPath, type Signature } from '../src/index';

export default class CgroupReleaseAgent implements Signature {
  readonly meta = {
    id: 'TRC-1010',
    name: 'cgroup_release_agent',
    title: 'Container changed the release agent of a cgroup hierarchy',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A program in a container opened release_agent of a cgroup hierarchy for writing, or renamed a file to that name. The kernel runs what the file names, as root on the host, when a cgroup with notify_on_release empties.',
    misses: [
      'a hierarchy whose release agent already names a file that the container can write',
      'cgroup v2, which has no release agent and needs none of this',
      'a change through a descriptor or a mapping that was open before the watch began',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath((path) => path.basename.eq('release_agent'), { counts: inContainer });
}
