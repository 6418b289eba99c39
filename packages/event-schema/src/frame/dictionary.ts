import { Bytes } from './bytes';
import { Damage } from './error';
import { dictionaries, frameKinds } from './format';
import type { EventShape } from './header';
import { readPayload, type Value } from './msgpack';

/** Strings of a container; '' where enrichment gave none. */
export interface Container {
  readonly id: string;
  readonly image: string;
  readonly digest: string;
  readonly name: string;
  readonly podName: string;
  readonly podNamespace: string;
  readonly podUid: string;
  /** docker, containerd, crio, podman */
  readonly runtime: string;
  /** Those that the user chose; absent when there are none. */
  readonly labels?: Labels;
}
export type Labels = Readonly<Record<string, string>>;

export const noContainer: Container = {
  id: '',
  image: '',
  digest: '',
  name: '',
  podName: '',
  podNamespace: '',
  podUid: '',
  runtime: '',
};
/** A process that ran before the stream began; its index is its process id in the initial namespace. */
export interface RunningProcess {
  readonly hostProcessId: number;
  readonly hostParentProcessId: number;
  /** ns since boot, in steps of 10 ms: /proc shows no more. */
  readonly startTime: bigint;
  /** comm */
  readonly processName: string;
  /** '' when not known */
  readonly executable: string;
}

const containerFields = Object.keys(noContainer) as Exclude<keyof Container, 'labels'>[];

/** What an entry of a container holds: its fields, then name and value of each label. */
export const textsOf = (container: Container): string[] => [
  ...containerFields.map((field) => container[field]),
  ...Object.entries(container.labels ?? {}).flat(),
];

/** An entry as sent; it holds for all events behind it, until its index is defined again. */
export type DictionaryEntry =
  | { readonly dictionary: 'host' | 'executable' | 'scope'; readonly index: number; readonly value: string }
  | { readonly dictionary: 'event'; readonly index: number; readonly value: EventShape }
  | { readonly dictionary: 'container'; readonly index: number; readonly value: Container }
  | { readonly dictionary: 'process'; readonly index: number; readonly value: Omit<RunningProcess, 'hostProcessId'> };

/** What the indexes of events stand for. An index that is 0 or was never defined stands for ''. */
export class Dictionaries {
  readonly #texts = {
    host: new Map<number, string>(),
    executable: new Map<number, string>(),
    scope: new Map<number, string>(),
  };
  readonly #containers = new Map<number, Container>();

  define(entry: DictionaryEntry): void {
    if (entry.dictionary === 'container') this.#containers.set(entry.index, entry.value);
    else if (entry.dictionary !== 'process' && entry.dictionary !== 'event')
      this.#texts[entry.dictionary].set(entry.index, entry.value);
  }

  host(index: number): string {
    return this.#texts.host.get(index) ?? '';
  }

  executable(index: number): string {
    return this.#texts.executable.get(index) ?? '';
  }

  /** Name that the scope of a bit got after the header; undefined when it is still the header's. */
  scope(bit: number): string | undefined {
    return this.#texts.scope.get(bit + 1);
  }

  container(index: number): Container {
    return this.#containers.get(index) ?? noContainer;
  }
}

/** A whole dictionary frame. */
export function encodeDictionary(entry: DictionaryEntry): Buffer {
  const out = new Bytes();
  writeDictionary(out, entry);
  return out.take();
}

export function writeDictionary(out: Bytes, entry: DictionaryEntry): void {
  if (entry.dictionary === 'process') {
    const { hostParentProcessId, startTime, processName, executable } = entry.value;
    out.frame(frameKinds.dictionary, () => {
      out.array(6);
      out.u8(dictionaries.process);
      out.u32(entry.index);
      out.u32(hostParentProcessId);
      out.u64(startTime);
      out.text(processName);
      out.text(executable);
    });
    return;
  }
  const texts = textsOfEntry(entry);
  out.frame(frameKinds.dictionary, () => {
    out.array(2 + texts.length);
    out.u8(dictionaries[entry.dictionary]);
    out.u32(entry.index);
    for (const text of texts) out.text(text);
  });
}

const textsOfEntry = (entry: Exclude<DictionaryEntry, { dictionary: 'process' }>): readonly string[] => {
  if (entry.dictionary === 'container') return textsOf(entry.value);
  if (entry.dictionary !== 'event') return [entry.value];
  return [entry.value.name, ...entry.value.args.flatMap(({ name, type }) => [name, type])];
};

/** An entry from its payload; undefined for a dictionary that this reader does not know. */
export function readDictionary(buffer: Buffer, at: number, end: number): DictionaryEntry | undefined {
  const value = readPayload(buffer, at, end);
  const [dictionary, index, ...texts] = Array.isArray(value) ? value : [];
  if (typeof dictionary !== 'number' || typeof index !== 'number' || !Number.isInteger(index) || index <= 0) {
    throw new Damage('a dictionary entry that does not begin with a dictionary and an index above 0');
  }
  switch (dictionary) {
    case dictionaries.host:
      return { dictionary: 'host', index, value: text(texts, 0) };
    case dictionaries.executable:
      return { dictionary: 'executable', index, value: text(texts, 0) };
    case dictionaries.scope:
      return { dictionary: 'scope', index, value: text(texts, 0) };
    case dictionaries.process:
      return { dictionary: 'process', index, value: runningProcess(texts) };
    case dictionaries.event:
      return { dictionary: 'event', index, value: eventShape(index - 1, texts) };
    case dictionaries.container:
      return { dictionary: 'container', index, value: container(texts) };
    default:
      return undefined;
  }
}

function text(texts: readonly Value[], i: number): string {
  const value = texts[i];
  if (typeof value !== 'string') throw new Damage(`a dictionary entry whose element ${i + 2} is not text`);
  return value;
}

/** Name of the event, then name and type of each argument. */
function eventShape(id: number, texts: readonly Value[]): EventShape {
  const args = [];
  for (let i = 1; i < texts.length; i += 2) args.push({ name: text(texts, i), type: text(texts, i + 1) });
  if (new Set(args.map(({ name }) => name)).size < args.length)
    throw new Damage('a dictionary entry of an event with two arguments of one name');
  return { id, name: text(texts, 0), args };
}

function runningProcess(values: readonly Value[]): Omit<RunningProcess, 'hostProcessId'> {
  const [hostParentProcessId, startTime] = values;
  if (typeof hostParentProcessId !== 'number' || typeof startTime !== 'bigint')
    throw new Damage('a dictionary entry of a process without its parent and start');
  return { hostParentProcessId, startTime, processName: text(values, 2), executable: text(values, 3) };
}

function container(texts: readonly Value[]): Container {
  const fields = Object.fromEntries(containerFields.map((field, i) => [field, text(texts, i)]));
  const labels: Record<string, string> = {};
  for (let i = containerFields.length; i + 1 < texts.length; i += 2) labels[text(texts, i)] = text(texts, i + 1);
  return { ...fields, ...(texts.length > containerFields.length + 1 ? { labels } : {}) } as unknown as Container;
}
