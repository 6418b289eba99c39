import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** What the templates see. */
interface Scope {
  readonly dot: unknown;
  readonly top: object;
}

/**
 * Renders the templates of a chart, with the part of Helm's language that ours is written in: values by path, `toYaml`, `quote`, `nindent`,
 * `default`, `.Files.Get`, `with` and `end`. Throws for everything else, so that what is rendered here is what Helm renders.
 */
export function renderChart(directory: string, values: object, release: string): string[] {
  const chart = parse(readFileSync(join(directory, 'Chart.yaml'), 'utf8'));
  const defaults = parse(readFileSync(join(directory, 'values.yaml'), 'utf8'));
  const top = {
    Values: merged(defaults, values),
    Release: { Name: release },
    Chart: { AppVersion: `${chart.appVersion}` },
    Files: { Get: (path: string) => readFileSync(join(directory, path), 'utf8') },
  };
  return readdirSync(join(directory, 'templates'))
    .sort()
    .map((name) => render(readFileSync(join(directory, 'templates', name), 'utf8'), { dot: top, top }));
}

function merged(defaults: unknown, values: unknown): unknown {
  if (!isMap(defaults) || !isMap(values)) return values === undefined ? defaults : values;
  const names = new Set([...Object.keys(defaults), ...Object.keys(values)]);
  return Object.fromEntries([...names].map((name) => [name, merged(defaults[name], values[name])]));
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{{-` takes the blanks before it away, `-}}` those behind. */
function render(template: string, scope: Scope): string {
  const pieces = template
    .replace(/\s*\{\{-/g, '{{')
    .replace(/-\}\}\s*/g, '}}')
    .split(/\{\{|\}\}/);
  let text = '';
  const stack: { scope: Scope; shown: boolean }[] = [{ scope, shown: true }];
  for (const [i, piece] of pieces.entries()) {
    const current = stack[stack.length - 1];
    if (current === undefined) throw new Error('render chart: an {{ end }} too many');
    const action = piece.trim();
    if (i % 2 === 0) text += current.shown ? piece : '';
    else if (action === 'end') stack.pop();
    else if (action.startsWith('with ')) {
      const dot = current.shown ? evaluate(action.slice('with '.length), current.scope) : undefined;
      stack.push({ scope: { dot, top: scope.top }, shown: current.shown && !isEmpty(dot) });
    } else if (current.shown) text += `${evaluate(action, current.scope)}`;
  }
  if (stack.length !== 1) throw new Error('render chart: {{ with }} without {{ end }}');
  return text;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** A pipeline: the result of each call is the last argument of the next. */
function evaluate(pipeline: string, scope: Scope): unknown {
  const [first = '', ...calls] = pipeline.split('|').map((call) => call.trim());
  const begin = first.startsWith('toYaml ')
    ? yaml(operand(first.slice('toYaml '.length), scope))
    : operand(first, scope);
  return calls.reduce((value, call) => apply(call, value, scope), begin);
}

const yaml = (value: unknown): string => stringify(value).trimEnd();

function apply(call: string, value: unknown, scope: Scope): unknown {
  const [name, argument = ''] = call.split(/\s+/, 2);
  if (name === 'quote') return JSON.stringify(`${value}`);
  if (name === 'nindent') return `\n${`${value}`.replace(/^/gm, ' '.repeat(Number(argument)))}`;
  if (name === 'default') return isEmpty(value) ? operand(argument, scope) : value;
  throw new Error(`render chart: "${call}": not of the part of Helm's language that is known here`);
}

function operand(text: string, { dot, top }: Scope): unknown {
  if (text === '.') return dot;
  const [, path] = /^\.Files\.Get "([^"]+)"$/.exec(text) ?? [];
  if (path !== undefined) return (top as { Files: { Get(path: string): string } }).Files.Get(path);
  if (!/^(\.\w+)+$/.test(text)) throw new Error(`render chart: "${text}": neither a path nor known here`);
  return text
    .slice(1)
    .split('.')
    .reduce((value, name) => {
      if (!isMap(value) || !(name in value)) throw new Error(`render chart: ${text}: no ${name}`);
      return value[name];
    }, dot);
}
