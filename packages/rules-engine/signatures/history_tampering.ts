import {
  type Condition,
  environmentValue,
  type Handlers,
  isShell,
  type Meta,
  type Signature,
  type TextField,
  truncatingOpen,
} from '../src/index';

const history = /\/\.(?:bash|zsh|ash|sh|ksh|python|mysql|psql|sqlite|node_repl|rediscli)_history$|\/fish_history$/;
const switches = [
  ['HISTFILE', '/dev/null'],
  ['HISTFILE', ''],
  ['HISTSIZE', '0'],
  ['HISTFILESIZE', '0'],
] as const;

const historyFile = (path: TextField): Condition => path.endsWith('_history');

const detection = (path: string | null, how: string, processName: string) =>
  path !== null && history.test(path) && !isShell(processName) ? { data: { path, how } } : undefined;

export default class HistoryTampering implements Signature {
  readonly meta = {
    id: 'TTS-2032',
    name: 'history_tampering',
    title: 'History of commands removed or switched off',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'defense-evasion',
    technique: { id: 'T1070.003', name: 'Clear Command History' },
    description:
      'The history that a shell keeps of its commands was removed, emptied or replaced by a link, or a program was started with the history switched off in its environment.',
    misses: [
      'a history that the shell itself clears or does not write (history -c, unset HISTFILE)',
      'the variables when the collector sends no environments (--output exec-env)',
      'lines taken out by a program that rewrites the file',
    ],
  } satisfies Meta;

  readonly on = {
    security_inode_unlink: {
      where: ({ args }) => historyFile(args.pathname),
      handle: ({ args: { pathname }, processName }) => detection(pathname, 'unlink', processName),
    },
    security_inode_rename: {
      where: ({ args }) => historyFile(args.old_path),
      handle: ({ args: { old_path }, processName }) => detection(old_path, 'rename', processName),
    },
    security_inode_symlink: {
      where: ({ args }) => historyFile(args.linkpath),
      handle: ({ args: { linkpath }, processName }) => detection(linkpath, 'symlink', processName),
    },
    security_file_open: {
      where: ({ args }) => [truncatingOpen(args.flags), historyFile(args.pathname)],
      handle: ({ args: { pathname }, processName }) => detection(pathname, 'truncate', processName),
    },
    sched_process_exec: {
      where: ({ args }) => args.env.some.startsWith('HIST'),
      handle: ({ args: { env, pathname } }) => {
        const off = switches.find(([name, value]) => environmentValue(env, name) === value);
        return off === undefined
          ? undefined
          : { data: { path: pathname, how: 'environment', variable: off.join('=') } };
      },
    },
  } satisfies Handlers;
}
