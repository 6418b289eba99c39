import { Root, type Type } from 'protobufjs';
import type { Format } from './formats';
import { type Plain, plainEvents } from './plain';

const flat = (field: string, value: unknown) => field !== 'args' && ['string', 'number'].includes(typeof value);

/** A message with a field for each of the event's own, and arguments that are one of five kinds, as Tracee's own protobuf has them. */
function eventType(sample: Plain): Type {
  const fields = Object.entries(sample).filter(([name, value]) => flat(name, value));
  const root = Root.fromJSON({
    nested: {
      Strings: { fields: { strings: { rule: 'repeated', type: 'string', id: 1 } } },
      Argument: {
        oneofs: { value: { oneof: ['int', 'uint', 'text', 'flag', 'list'] } },
        fields: {
          name: { type: 'string', id: 1 },
          type: { type: 'string', id: 2 },
          int: { type: 'int32', id: 3 },
          uint: { type: 'uint64', id: 4 },
          text: { type: 'string', id: 5 },
          flag: { type: 'bool', id: 6 },
          list: { type: 'Strings', id: 7 },
        },
      },
      Event: {
        fields: {
          ...Object.fromEntries(
            fields.map(([name, value], i) => [
              name,
              { type: typeof value === 'string' ? 'string' : 'int64', id: i + 2 },
            ]),
          ),
          args: { rule: 'repeated', type: 'Argument', id: 1 },
        },
      },
    },
  });
  return root.lookupType('Event');
}

function toMessage(event: Plain): Plain {
  const args = event.args.map(({ name, type, value }) => {
    if (typeof value === 'string') return { name, type, text: value };
    if (typeof value === 'boolean') return { name, type, flag: value };
    if (Array.isArray(value)) return { name, type, list: { strings: value } };
    if (value === null) return { name, type };
    return type.startsWith('int32') || (value as number) < 0 ? { name, type, int: value } : { name, type, uint: value };
  });
  return { ...event, args } as unknown as Plain;
}

/** 64-bit numbers come back as its own objects of two halves; how an argument is read is what a signature would write. */
export function protobuf(): Format {
  const type = eventType(plainEvents(1)[0] as Plain);
  return {
    prepare: toMessage,
    encode: (event) => type.encode(event).finish(),
    decode: (bytes) => type.decode(bytes) as unknown as Plain,
    arg: (event, name) => {
      const found = event.args.find((one) => one.name === name) as unknown as Record<string, unknown> | undefined;
      return found?.[found.value as string];
    },
  };
}
