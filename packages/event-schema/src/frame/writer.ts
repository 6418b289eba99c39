import { contextFields } from '../../events/context';
import { type ContextFlags, flagsOf } from '../event/context_view';
import type { PlainEvent } from '../event/lazy_event';
import { events as ownEvents, fingerprint as ownFingerprint } from '../generated/catalogue';
import type { EventArguments, EventName } from '../generated/event_args';
import { Bytes } from './bytes';
import { type Container, type DictionaryEntry, textsOf, writeDictionary } from './dictionary';
import { writeArgument } from './encode_arguments';
import { frameKinds } from './format';
import { type EventShape, type HeaderInput, writeHeader } from './header';
import { Indexes } from './indexes';
import { type Loss, writeLoss } from './loss';
import { type encodeEnd, type encodeStatistics, writeEnd, writeStatistics } from './statistics';

/**
 * An event to write: a PlainEvent, or any part of one. What is not given is 0 or ''; an argument that is not given is zero, or
 * null where it is text or bytes. Fields that follow from others (bootTime, unixTime, syscallName, eventId) are not looked at.
 */
export type EventInput<N extends EventName = EventName> = {
  readonly eventName: N;
  readonly args?: { readonly [A in keyof EventArguments[N]]?: EventArguments[N][A] | null };
  readonly contextFlags?: Partial<ContextFlags>;
} & Partial<Omit<PlainEvent<N>, 'eventName' | 'args' | 'contextFlags' | 'definition' | 'eventId'>>;

/** Builds a stream: frames are appended in call order, `take` gives their bytes. Dictionary entries are written by themselves, before the event that needs them. */
export class FrameWriter {
  readonly #out = new Bytes();
  readonly #indexes = {
    host: new Indexes(),
    container: new Indexes(),
    executable: new Indexes(),
    scope: new Indexes(),
  };
  #events = byName(ownEvents);
  #context: NonNullable<HeaderInput['context']> = contextFields;

  /** Later events follow this build's schema, or the one given here under another fingerprint. */
  header(input: HeaderInput = {}): this {
    writeHeader(this.#out, input);
    const foreign = input.fingerprint !== undefined && input.fingerprint !== ownFingerprint;
    this.#events = byName((foreign ? input.events : undefined) ?? ownEvents);
    this.#context = (foreign ? input.context : undefined) ?? contextFields;
    return this;
  }

  event<N extends EventName>(input: EventInput<N>): this {
    const shape = this.#events.get(input.eventName);
    if (shape === undefined)
      throw new RangeError(`write event: ${input.eventName}: not in the schema (add it to the header's events)`);
    const context = this.#contextOf(input, shape);
    const args = (input.args ?? {}) as Readonly<Record<string, unknown>>;
    const start = this.#out.length;
    let field = '';
    try {
      this.#out.frame(frameKinds.event, () => {
        this.#out.array(this.#context.length + 1);
        for (const { name, type } of this.#context) {
          field = name;
          if (type === 'comm') this.#out.comm(`${context[name] ?? ''}`);
          else writeArgument(this.#out, type, context[name]);
        }
        this.#out.array(shape.args.length);
        for (const { name, type } of shape.args) {
          field = name;
          writeArgument(this.#out, type, args[name]);
        }
      });
    } catch (error) {
      this.#out.cut(start);
      const found = (error as Error).message.replace(/^write frame: /, '');
      throw new RangeError(`write event: ${input.eventName}.${field}: ${found}`, { cause: error });
    }
    return this;
  }

  /** Defines an entry under an index of the caller's; later events with its text refer to it. */
  dictionary(entry: DictionaryEntry): this {
    writeDictionary(this.#out, entry);
    if (entry.dictionary !== 'process' && entry.dictionary !== 'event')
      this.#indexes[entry.dictionary].define(keyOf(entry.value), entry.index);
    return this;
  }

  loss(loss: Loss): this {
    writeLoss(this.#out, loss);
    return this;
  }

  statistics(statistics: Parameters<typeof encodeStatistics>[0]): this {
    writeStatistics(this.#out, statistics);
    return this;
  }

  end(end: Parameters<typeof encodeEnd>[0]): this {
    writeEnd(this.#out, end);
    return this;
  }

  /** The bytes of all frames since the last call. */
  take(): Buffer {
    return this.#out.take();
  }

  #contextOf(input: EventInput, shape: EventShape): Readonly<Record<string, unknown>> {
    const container: Container = {
      id: input.containerId ?? '',
      image: input.containerImage ?? '',
      digest: input.containerImageDigest ?? '',
      name: input.containerName ?? '',
      podName: input.podName ?? '',
      podNamespace: input.podNamespace ?? '',
      podUid: input.podUID ?? '',
      runtime: input.containerRuntime ?? '',
      ...(input.containerLabels === undefined ? {} : { labels: input.containerLabels }),
    };
    return {
      ...input,
      eventId: shape.id,
      flags: flagsOf(input.contextFlags ?? {}),
      syscall: input.syscall ?? -1,
      host: this.#index({ dictionary: 'host', value: input.hostName ?? '' }),
      executable: this.#index({ dictionary: 'executable', value: input.executablePath ?? '' }),
      container: this.#index({ dictionary: 'container', value: container }),
    };
  }

  /** Index of a value, defined in the stream when it is new; 0 when there is nothing to say. */
  #index(entry: Omit<Exclude<DictionaryEntry, { readonly dictionary: 'process' | 'event' }>, 'index'>): number {
    const key = keyOf(entry.value);
    if (/^\0*$/.test(key)) return 0;
    const indexes = this.#indexes[entry.dictionary];
    const known = indexes.of(key);
    if (known !== undefined) return known;
    const index = indexes.next;
    this.dictionary({ ...entry, index } as DictionaryEntry);
    return index;
  }
}

const keyOf = (value: string | Container) => (typeof value === 'string' ? value : textsOf(value).join('\0'));
const byName = (events: readonly EventShape[]) => new Map(events.map((event) => [event.name, event]));
