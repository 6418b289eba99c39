import { contextFlags } from '../../events/context';
import type { EventDefinition } from '../../events/define';
import { findEvent } from '../catalogue';
import { syscallNumber } from '../frame/syscall_names';
import type { EventInput } from '../frame/writer';
import { argumentFromJson } from './argument_from_json';
import { exactInteger, parseExactly } from './exact_numbers';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const nested = (fields: Fields, name: string): Fields => (isFields(fields[name]) ? fields[name] : {});
const texts = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Fields by their width; those that are missing or out of range are left out, which reads as 0. */
const u32Fields = [
  'processId',
  'threadId',
  'parentProcessId',
  'hostProcessId',
  'hostThreadId',
  'hostParentProcessId',
  'userId',
  'mountNamespace',
  'pidNamespace',
];
const numberFields: readonly (readonly [name: string, bits: number])[] = [
  ...u32Fields.map((name) => [name, 32] as const),
  ['processorId', 16],
  ['timestamp', 64],
  ['threadStartTime', 64],
  ['cgroupId', 64],
];

/**
 * An event from one line of Tracee's JSON, ready for `FrameWriter.event`; undefined when this build does not know the event.
 * Any field may be missing. Numbers may be digits in quotes, and keep all their digits. Times stay as they are: with a header whose
 * bootTime is 0 they read as written.
 * @param unreadable called with "event.argument" for each value that is not of the argument's type; such an argument is null
 * @throws SyntaxError when the line is not JSON, or not an object with an eventName
 */
export function parseTraceeJson(line: string, unreadable?: (argument: string) => void): EventInput | undefined {
  const fields = parseExactly(line);
  if (!isFields(fields) || typeof fields.eventName !== 'string')
    throw new SyntaxError('not an object with an eventName');
  const event = findEvent(fields.eventName);
  if (event === undefined) return undefined;
  return {
    eventName: event.name,
    ...numbersOf(fields),
    ...placesOf(fields),
    processName: texts(fields.processName),
    hostName: texts(fields.hostName),
    executablePath: texts(nested(fields, 'executable').path),
    syscall: syscallNumber('x86_64', texts(fields.syscall)),
    scopes: scopesOf(fields.matchedPolicies),
    contextFlags: Object.fromEntries(
      Object.keys(contextFlags).map((name) => [name, nested(fields, 'contextFlags')[name] === true]),
    ),
    args: argumentsOf(fields.args, event, unreadable),
  } as EventInput;
}

function numbersOf(fields: Fields): Fields {
  const found: Record<string, number | bigint> = {};
  for (const [name, bits] of numberFields) {
    const value = exactInteger(fields[name]);
    if (value === null || value < 0n || value >= 1n << BigInt(bits)) continue;
    found[name] = bits === 64 ? value : Number(value);
  }
  const returned = exactInteger(fields.returnValue);
  if (returned !== null) found.returnValue = BigInt.asIntN(64, returned);
  return found;
}

/** Container and pod: flat names of older versions, nested ones of newer. */
function placesOf(fields: Fields): Fields {
  const container = nested(fields, 'container');
  const pod = nested(fields, 'kubernetes');
  return {
    containerId: texts(fields.containerId) || texts(container.id),
    containerImage: texts(fields.containerImage) || texts(container.image),
    containerImageDigest: texts(container.imageDigest),
    containerName: texts(fields.containerName) || texts(container.name),
    podName: texts(fields.podName) || texts(pod.podName),
    podNamespace: texts(fields.podNamespace) || texts(pod.podNamespace),
    podUID: texts(fields.podUID) || texts(pod.podUID),
    ...(isFields(fields.containerLabels) ? { containerLabels: labelsOf(fields.containerLabels) } : {}),
  };
}

const labelsOf = (found: Fields): Fields =>
  Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value === 'string'));

/** Policies that `toJson` wrote are numbers of scopes; names of policies have no number here. */
function scopesOf(policies: unknown): bigint {
  const numbers = (Array.isArray(policies) ? policies : []).filter((name) =>
    /^([0-9]|[1-5][0-9]|6[0-3])$/.test(`${name}`),
  );
  return numbers.reduce((bits: bigint, name) => bits | (1n << BigInt(name)), 0n);
}

function argumentsOf(args: unknown, event: EventDefinition, unreadable?: (argument: string) => void): Fields {
  const given = new Map((Array.isArray(args) ? args : []).filter(isFields).map(({ name, value }) => [name, value]));
  const entries = event.args.map((argument) => {
    const value = given.get(argument.name) ?? null;
    const read = value === null ? null : argumentFromJson(argument, value);
    if (read === null && value !== null) unreadable?.(`${event.name}.${argument.name}`);
    return [argument.name, read];
  });
  return Object.fromEntries(entries);
}
