import { readFileSync } from 'node:fs';
import { type EventName, FrameReader, FrameWriter, parseTraceeJson } from '@tracee/event-schema';
import { RulesError } from '../exit_codes';
import { jsonValue } from '../output/json_value';
import { visible } from '../output/visible_text';
import { reason } from '../reason';
import type { Event, Signature, Value } from '../signature/signature';
import { type Condition, conditionText, flattened } from '../where/condition';
import { fieldValue, holds } from '../where/holds';
import { conditionOf } from '../where/where';

interface Line {
  readonly signature: { readonly id: string; readonly name: string; readonly version: string };
  readonly data: Readonly<Record<string, unknown>>;
  readonly ancestors?: readonly {
    readonly hostProcessId: number;
    readonly processName: string;
    readonly executable: string;
  }[];
  readonly loss?: { readonly count: number; readonly events: Readonly<Record<string, number>> };
}

/** --explain FILE: for each finding of a file of JSON lines (- is standard input), what made it fire. */
export function explainFindings(file: string, signatures: readonly Signature[]): string {
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new RulesError('failure', `explain: ${file}: ${reason(error)}`, { cause: error });
  }
  const findings = text.split('\n').filter((line) => line.includes('"signature":{'));
  if (findings.length === 0)
    throw new RulesError(
      'usage',
      `explain: ${file}: no finding in it (a line of JSON each, as --output json writes them)`,
    );
  return findings.map((line) => explainFinding(line, signatures)).join('\n');
}

function explainFinding(text: string, signatures: readonly Signature[]): string {
  const { signature: found, data, ancestors = [], loss } = JSON.parse(text) as Line;
  const signature = signatures.find(({ meta }) => meta.id === found.id);
  const event = eventOf(text);
  const head = `${found.id} ${found.name} ${found.version}${signature === undefined ? '' : `: ${signature.meta.title}`}`;
  const { processName, hostProcessId, hostParentProcessId, userId, executablePath } = event;
  return [
    head,
    ...list('On', [
      `${event.eventName} of ${visible(processName)}, process ${hostProcessId} (parent ${hostParentProcessId}), user ${userId}${executablePath === '' ? '' : `, ${visible(executablePath)}`}`,
      ...Object.entries(event.args).map(([name, value]) => `  ${name} = ${shown(value)}`),
      `  returned ${event.returnValue}`,
    ]),
    ...list('It fired as', whyText(signature, found.version, event)),
    ...list(
      'It found',
      Object.entries(data).map(([name, value]) => `${name} = ${shown(value)}`),
    ),
    ...list(
      'Ancestors',
      ancestors.map((one) => `${one.hostProcessId} ${visible(one.processName)} ${visible(one.executable)}`.trimEnd()),
    ),
    ...list('Lost meanwhile, of the events that it watches', loss === undefined ? [] : lossText(loss)),
    '',
  ].join('\n');
}

const list = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];

const lossText = ({ events }: NonNullable<Line['loss']>) =>
  Object.entries(events).map(([name, count]) => `${name} ${count}`);

/** The event of a finding. It is cut out as text, as numbers of 64 bits would lose digits otherwise. */
function eventOf(line: string): Event {
  const [, json = ''] = /"event":(\{.*?\}),"data":/s.exec(line) ?? [];
  const input = parseTraceeJson(json);
  if (input === undefined) throw new RulesError('failure', 'explain: the event of the finding is not known here');
  let event: Event | undefined;
  const reader = new FrameReader({
    event: (one) => {
      event = one.materialize();
    },
  });
  reader.push(new FrameWriter().header().event(input).take());
  return event as Event;
}

function whyText(signature: Signature | undefined, version: string, event: Event): string[] {
  if (signature === undefined) return ['(no signature of this id is loaded here)'];
  const handler = signature.on[event.eventName as EventName];
  const other = signature.meta.version === version ? [] : [`(version ${signature.meta.version} is loaded here)`];
  if (handler === undefined) return [...other, 'a finding of another signature had this event'];
  if (typeof handler === 'function') return [...other, 'its code said so, of the arguments above'];
  const { where, handle } = handler as { where: never; handle?: unknown };
  const code = handle === undefined ? [] : ['and its code said so'];
  return [...other, ...conditionLines(flattened(conditionOf(event.eventName as EventName, where)), event, ''), ...code];
}

/** A line for each test, with the value it met; what need not hold of alternatives is shown as well. */
function conditionLines(condition: Condition, event: Event, indent: string): string[] {
  const mark = holds(condition, event) ? '+' : '-';
  if (condition.op === 'test') {
    const value = ['origin', 'flags'].includes(condition.field.type)
      ? ''
      : `  is ${shown(fieldValue(condition.field, event))}`;
    return [`${indent}${mark} ${conditionText(condition)}${value}`];
  }
  const parts = condition.op === 'not' ? [condition.of] : condition.of;
  if (condition.op === 'all' && indent === '') return parts.flatMap((part) => conditionLines(part, event, indent));
  return [
    `${indent}${mark} ${condition.op} of`,
    ...parts.flatMap((part) => conditionLines(part, event, `${indent}  `)),
  ];
}

const shown = (value: unknown) =>
  typeof value === 'string' ? `"${visible(value)}"` : jsonValue((value ?? null) as Value);
