import { type Handlers, type Meta, type Signature, shell } from '../src/index';

const S_IFMT = 0o170000;
const kinds = new Map([
  [0o10000, 'pipe'],
  [0o140000, 'socket'],
]);
/** -i, alone or with other letters. */
const isInteractive = (word: string) => /^-[a-z]*i[a-z]*$/.test(word);

export default class InteractiveShellOnPipe implements Signature {
  readonly meta = {
    id: 'TTS-2035',
    name: 'interactive_shell_on_pipe',
    title: 'Interactive shell without a terminal',
    version: '1.0.0',
    severity: 'high',
    tactic: 'execution',
    technique: { id: 'T1059.004', name: 'Unix Shell' },
    description:
      'A shell was started as an interactive one (-i) although its standard input is a pipe or a socket. People sit at a terminal; a pipe or a socket there is the joint of a reverse shell, as in mkfifo with nc.',
    misses: [
      'a shell on a pipe without -i, as in curl | sh: that is done every day',
      'a shell that is given a terminal: see shell_on_remote_terminal',
    ],
  } satisfies Meta;

  readonly on = {
    sched_process_exec: {
      where: ({ args }) => shell(args.pathname),
      handle: ({ args: { pathname, argv, stdin_type, stdin_path } }) => {
        const kind = kinds.get(stdin_type & S_IFMT);
        return kind !== undefined && argv?.some(isInteractive)
          ? { data: { shell: pathname, stdin: kind, stdin_path, argv } }
          : undefined;
      },
    },
  } satisfies Handlers;
}
