import { CollectError } from '../errors';
import { didYouMean } from '../filter/suggest';

/** Where events go and in what form, and what is added to them. */
export interface OutputChoice {
  readonly form: 'frames' | 'table' | 'json';
  /** Absent: standard output. */
  readonly path?: string;
  readonly kind?: 'fifo' | 'file';
  readonly execEnv: boolean;
  /** All events in the order of time. */
  readonly sortEvents: boolean;
}

type Form = Omit<OutputChoice, 'execEnv' | 'sortEvents'>;

const forms = ['frames', 'table', 'json'] as const;
const extras = ['exec-env', 'sort-events'] as const;

/** The values of --output; without a form, a table on a terminal and frames into anything else. */
export function parseOutputs(values: readonly string[], toTerminal: boolean): OutputChoice {
  let choice: Form | undefined;
  const given = new Set<string>();
  for (const value of values) {
    const word = value.replace(/^(option|format):/, '');
    if ((extras as readonly string[]).includes(word)) {
      given.add(word);
      continue;
    }
    if (choice !== undefined) throw wrong(value, 'a second destination (one at a time)');
    choice = parseForm(value, word);
  }
  choice ??= { form: toTerminal ? 'table' : 'frames' };
  if (choice.form === 'frames' && choice.path === undefined && toTerminal) {
    throw wrong('frames', 'standard output is a terminal, frames are binary (pipe it, or write frames=PATH)');
  }
  return { ...choice, execEnv: given.has('exec-env'), sortEvents: given.has('sort-events') };
}

function parseForm(value: string, word: string): Form {
  const [, name = '', path] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  const form = forms.find((known) => known === name);
  const all = [...forms, 'frames=PATH', ...extras];
  if (form === undefined)
    throw wrong(
      value,
      `no output "${name}" (${didYouMean(name, [...forms, ...extras], `outputs: ${all.join(', ')}`)})`,
    );
  if (path === undefined) return { form };
  if (form !== 'frames') throw wrong(value, `${form} goes to standard output (write ${form}, and redirect it)`);
  const [, kind, rest = ''] = /^(?:(fifo|file):)?(.*)$/s.exec(path) ?? [];
  if (rest === '') throw wrong(value, 'no path after "=" (write frames=PATH, or frames for standard output)');
  return kind === undefined ? { form, path: rest } : { form, path: rest, kind: kind as 'fifo' | 'file' };
}

const wrong = (value: string, found: string): CollectError =>
  new CollectError('usage', `--output: "${value}": ${found}`);
