import { build } from './build';
import { doctor } from './doctor';
import type { Log } from './log';
import { top } from './top';

type Command = (args: readonly string[], print: (text: string) => void, log: Log) => void | Promise<void>;

/** What stands in place of options. */
export const commands: Readonly<Record<string, Command>> = {
  doctor: (args, print) => doctor(args, process.env, print),
  top: (args, print) => top(args, print),
  build: (args, print, log) => print(build(args, process.env, log)),
};
