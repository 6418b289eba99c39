import { createHash } from 'node:crypto';
import { contextFields } from '../events/context';
import type { EventDefinition } from '../events/define';

export interface Schema {
  readonly events: readonly EventDefinition[];
  /** 16 hexadecimal digits: two streams with the same one have the same events, arguments and context. */
  readonly fingerprint: string;
}

/** What the wire depends on, and nothing else: ids, names, argument names and types, the context. */
export function schemaOf(events: readonly EventDefinition[]): Schema {
  const wire = [
    contextFields.map((f) => [f.name, f.type]),
    events.map((e) => [e.id, e.name, e.args.map((a) => [a.name, a.type])]),
  ];
  return { events, fingerprint: createHash('sha256').update(JSON.stringify(wire)).digest('hex').slice(0, 16) };
}
