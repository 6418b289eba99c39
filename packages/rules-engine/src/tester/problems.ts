import { type EventInput, FrameReader, FrameWriter, findEvent, type RunningProcess } from '@tracee/event-schema';
import { Engine } from '../match/engine';
import { jsonValue } from '../output/json_value';
import type { Detection, SignatureClass } from '../signature/signature';

export interface Case {
  readonly name: string;
  /** What the signature sees, in this order, from its making on. */
  readonly events: readonly EventInput[];
  /** Processes that ran before the events begin. */
  readonly running?: readonly RunningProcess[];
}

export interface FiringCase extends Case {
  /** Of the last finding, exactly. Not looked at when left out. */
  readonly data?: NonNullable<Detection['data']>;
  /** How many findings come of the events; 1 when left out. */
  readonly findings?: number;
}

export interface Cases {
  readonly fires: readonly FiringCase[];
  readonly quiet: readonly Case[];
}

interface Observed {
  readonly findings: string[];
  readonly errors: string[];
}

/** What a signature makes of events: its findings' data as JSON, and what it threw. */
async function observe(Class: SignatureClass, { events, running = [] }: Omit<Case, 'name'>): Promise<Observed> {
  const findings: string[] = [];
  const errors: string[] = [];
  const signature = new Class();
  const engine = new Engine([signature], {
    found: ({ data }) => findings.push(jsonValue(data)),
    failed: ({ event, error }) =>
      errors.push(`the handler of ${event.eventName} failed: ${error instanceof Error ? error.stack : String(error)}`),
  });
  for (const process of running) engine.learn(process);
  const writer = new FrameWriter().header();
  for (const event of events) writer.event(event);
  new FrameReader({ event: (event) => engine.match(event) }, Object.keys(signature.on)).push(writer.take());
  await engine.settled();
  return { findings, errors };
}

/** What is wrong with a case that should fire; empty when it does. */
export async function firingProblems(
  Class: SignatureClass,
  { data, findings: expected = 1, ...given }: FiringCase,
): Promise<string[]> {
  const { findings, errors } = await observe(Class, given);
  const problems = [...errors];
  if (findings.length !== expected)
    problems.push(`${findings.length} findings, not ${expected}: ${findings.join(' ')}`);
  const last = findings.at(-1);
  if (data !== undefined && last !== undefined && last !== jsonValue(data))
    problems.push(`data is ${last}, not ${jsonValue(data)}`);
  return problems;
}

/** What is wrong with a case that should not fire; empty when it stays quiet. */
export async function quietProblems(Class: SignatureClass, given: Case): Promise<string[]> {
  const { findings, errors } = await observe(Class, given);
  return [...errors, ...findings.map((data) => `fires, with data ${data}`)];
}

/** What each event that the signature asks for makes it throw when nothing in the event could be read; it may fire. */
export async function unreadableProblems(Class: SignatureClass): Promise<string[]> {
  const events = Object.keys(new Class().on).map((eventName) => {
    const args = (findEvent(eventName)?.args ?? []).map(({ name }) => [name, null]);
    return { eventName, args: Object.fromEntries(args) } as EventInput;
  });
  return (await observe(Class, { events })).errors;
}
