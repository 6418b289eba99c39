import { CollectError } from '../errors';
import { didYouMean } from './suggest';

/** What each key takes. `names` stand for events and sets; `text` may have wildcards. */
export const keys = {
  event: 'names',
  set: 'names',
  container: 'container',
  'container.name': 'text',
  'container.image': 'text',
  'container.pod': 'text',
  'container.namespace': 'text',
  'container.label': 'label',
  follow: 'nothing',
  pid: 'numbers',
  tree: 'roots',
  uid: 'numbers',
  mntns: 'numbers',
  pidns: 'numbers',
  comm: 'text',
  uts: 'text',
  exec: 'paths',
} as const;

export type Key = keyof typeof keys;

/** Other words for a key. */
const aliases: Readonly<Record<string, Key>> = { executable: 'exec', binary: 'exec', bin: 'exec' };
/** Where several keys begin alike, the abbreviation means the first of these. */
const abbreviated: readonly Key[] = ['container', 'event', 'follow', 'pid', 'set', 'tree', 'uid', 'exec'];

export const operators = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Operator = (typeof operators)[number];

/** Where an expression was written, for errors: `--trace`, or a place in a policy. */
interface Written {
  readonly where: string;
  readonly text: string;
}

/** One expression, its values as they were written. */
export type Expression = Written &
  (
    | {
        readonly key: Key;
        readonly operator: Operator;
        readonly values: readonly string[];
        /** container.label.LABEL */
        readonly label?: string;
      }
    | { readonly key: 'follow' | 'container' | '!container'; readonly operator?: undefined }
    | {
        readonly key: 'argument';
        readonly event: string;
        readonly argument: string;
        readonly operator: Operator;
        readonly values: readonly string[];
      }
  );

const longestText = 65_535;

/**
 * `key=value,..`, `event.argument=value,..` or a key alone; the error names the part that is wrong. In the filters of a rule, `event` is
 * the rule's: `args.NAME`, `data.NAME` and `retval` are its own.
 */
export function parseExpression(text: string, where = '--trace', event?: string): Expression {
  const written = { where, text };
  const [, name = '', operator = '', rest = ''] = /^([^=!<>]*)([=!<>]*)(.*)$/s.exec(text.trim()) ?? [];
  const word = name.trim();
  if (word === '' && operator === '!' && rest !== '') return exclusion(rest, written);
  const described = describedOf(word, written);
  const field = described === undefined ? fieldOf(word, event) : undefined;
  const key = field === undefined ? (described?.key ?? keyNamed(word, written)) : undefined;
  if ((key === 'follow' || key === 'container') && operator === '') return { ...written, key };
  if (key === 'follow') throw wrong(written, '"follow" takes no value (write follow alone)');
  const called = described === undefined ? (key ?? word) : word;
  if (!isOperator(operator)) throw wrong(written, operatorFault(called, operator));
  const values = valuesOf(rest, operator, written);
  if (field !== undefined) return { ...written, key: 'argument', ...field, operator, values };
  const compares = keys[key as Key] === 'numbers';
  if (!compares && operator !== '=' && operator !== '!=')
    throw wrong(written, `"${operator}" is not an operator of ${called} (use = or !=)`);
  const label = described?.label;
  return { ...written, key: key as Key, operator, values, ...(label === undefined ? {} : { label }) };
}

export const parseExpressions = (texts: readonly string[]): Expression[] => texts.map((text) => parseExpression(text));

/** `!container` */
function exclusion(rest: string, written: Written): Expression {
  const key = keyNamed(rest.trim(), written);
  if (key !== 'container') throw wrong(written, `"!" stands before container only (write ${key}!=value)`);
  return { ...written, key: '!container' };
}

/** What `container.WORD` asks of a container's description; a label may have dots. Undefined for other words. */
function describedOf(word: string, written: Written): { key: Key; label?: string } | undefined {
  if (!word.startsWith('container.')) return undefined;
  const [, label] = /^container\.label\.(.+)$/s.exec(word) ?? [];
  if (label !== undefined) return { key: 'container.label', label };
  if (word === 'container.label' || word === 'container.label.')
    throw wrong(written, 'no label (write container.label.KEY=value)');
  const known = (Object.keys(keys) as Key[]).filter((key) => key.startsWith('container.'));
  const key = known.find((one) => one === word);
  if (key !== undefined) return { key };
  const words = known.map((one) => one.slice('container.'.length));
  const hint = didYouMean(word.slice('container.'.length), words, `keys of containers: ${known.join(', ')}`);
  throw wrong(written, `no key "${word}" (${hint})`);
}

/** The event and argument of `event.argument`; undefined when the word is a key. */
function fieldOf(word: string, event: string | undefined): { event: string; argument: string } | undefined {
  const dot = word.indexOf('.');
  if (event === undefined) return dot <= 0 ? undefined : { event: word.slice(0, dot), argument: word.slice(dot + 1) };
  if (word === 'retval' || word === 'returnValue') return { event, argument: 'retval' };
  const [, head, argument] = /^(args|data)\.(.+)$/.exec(word) ?? [];
  return head === undefined || argument === undefined ? undefined : { event, argument };
}

/** The key itself, or the one that the name is an abbreviation of. */
function keyNamed(name: string, written: Written): Key {
  const all = Object.keys(keys) as Key[];
  if (name === '') throw wrong(written, `no key (keys: ${all.join(', ')})`);
  if ((all as string[]).includes(name)) return name as Key;
  if (Object.hasOwn(aliases, name)) return aliases[name] as Key;
  const found = abbreviated.find((key) => key.startsWith(name)) ?? all.find((key) => key.startsWith(name));
  if (found !== undefined) return found;
  throw wrong(written, `no key "${name}" (${didYouMean(name, all, `keys: ${all.join(', ')}`)})`);
}

const isOperator = (text: string): text is Operator => (operators as readonly string[]).includes(text);

function operatorFault(called: string, operator: string): string {
  if (operator === '') return `no operator after "${called}" (write ${called}=value or ${called}!=value)`;
  return `"${operator}" is not an operator of ${called} (${operator === '==' ? 'write =' : `use ${operators.join(' ')}`})`;
}

function valuesOf(rest: string, operator: Operator, written: Written): string[] {
  const values = rest.split(',').map((value) => value.trim());
  if (values.includes('')) {
    throw wrong(
      written,
      rest === '' ? `no value after "${operator}"` : `an empty value in "${rest}" (separate values by one comma)`,
    );
  }
  for (const value of values) {
    if (Buffer.byteLength(value) > longestText) throw wrong(written, `a value of more than ${longestText} bytes`);
  }
  return values;
}

export const wrong = ({ where, text }: Written, found: string): CollectError =>
  new CollectError('usage', `${where}: "${text}": ${found}`);
