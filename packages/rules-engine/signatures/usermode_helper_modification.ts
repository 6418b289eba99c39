import { type Meta, onWrittenPath, type Signature } from '../src/index';

const helpers = new Set([
  '/proc/sys/kernel/modprobe',
  '/proc/sys/kernel/hotplug',
  '/proc/sys/kernel/poweroff_cmd',
  '/sys/kernel/uevent_helper',
  '/proc/sys/fs/binfmt_misc/register',
]);

export default class UsermodeHelperModification implements Signature {
  readonly meta = {
    id: 'TTS-2009',
    name: 'usermode_helper_modification',
    title: 'Program that the kernel starts by itself was changed',
    version: '1.0.0',
    severity: 'critical',
    tactic: 'privilege-escalation',
    technique: { id: 'T1611', name: 'Escape to Host' },
    description:
      'A setting that names a program for the kernel to run, as root and outside of every container, was opened for writing: the loader of modules, the handler of device events, of out-of-memory notices, or an interpreter of binfmt_misc.',
    misses: [
      'core_pattern and release_agent, which have signatures of their own',
      'a setting that an exploit changes in the memory of the kernel, as with modprobe_path',
      'the program itself, replaced under its name',
    ],
  } satisfies Meta;

  readonly on = onWrittenPath((path) => path.oneOf(helpers), {
    counts: (event) => event.processName !== 'systemd-binfmt',
  });
}
