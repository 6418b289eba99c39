import { type Handlers, isByPackageManager, type Meta, type Signature } from '../src/index';

const S_ISUID = 0o4000;

export default class SuidCreation implements Signature {
  readonly meta = {
    id: 'TTS-2034',
    name: 'suid_creation',
    title: 'Set-user-id bit put on a file',
    version: '1.0.0',
    severity: 'high',
    tactic: 'privilege-escalation',
    technique: { id: 'T1548.001', name: 'Setuid and Setgid' },
    description:
      'A program that is no package manager put the set-user-id bit on a file: whoever executes the file acts as its owner. A copy of a shell that belongs to root and has the bit is a way back to root.',
    misses: [
      'the set-group-id bit, which directories often have',
      'a file that is made with the bit: by creat, tar of kernels that keep it, on another machine',
      'file capabilities, which give rights without the bit',
      'a program that bears the name of a package manager, and what a package brings along',
    ],
  } satisfies Meta;

  readonly on = {
    chmod_common: {
      where: ({ args, returnValue }) => [args.mode.has(S_ISUID), returnValue.eq(0n)],
      handle: (event, around) => {
        const { pathname, mode } = event.args;
        return isByPackageManager(event, around)
          ? undefined
          : { data: { path: pathname, mode: `0${(mode & 0o7777).toString(8)}` } };
      },
    },
  } satisfies Handlers;
}
