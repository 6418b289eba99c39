import { decode } from '@msgpack/msgpack';

/** A frame as an independent decoder reads it. */
export interface Frame {
  readonly kind: number;
  readonly value: unknown;
  readonly bytes: Buffer;
}

export const kinds = { header: 1, event: 2, dictionary: 3, loss: 4, statistics: 5, end: 6 };

/** All frames; throws when the last one is cut, or anything is not a frame. */
export function readFrames(stream: Buffer): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at < stream.length; ) {
    if (stream[at] !== 0xc9) throw new Error(`no frame at ${at}`);
    const end = at + 6 + stream.readUInt32BE(at + 1);
    if (end > stream.length) throw new Error(`frame at ${at} is cut`);
    frames.push({
      kind: stream.readInt8(at + 5),
      value: decode(stream.subarray(at + 6, end), { useBigInt64: true }),
      bytes: stream.subarray(at, end),
    });
    at = end;
  }
  return frames;
}

/** A frame with any payload. */
export function makeFrame(kind: number, payload: Uint8Array): Buffer {
  const head = Buffer.from([0xc9, 0, 0, 0, 0, kind]);
  head.writeUInt32BE(payload.length, 1);
  return Buffer.concat([head, payload]);
}

/** Event payload: context fields by position, then the arguments. */
export interface Event {
  readonly id: number;
  readonly sequence: bigint;
  readonly host: number;
  readonly args: readonly unknown[];
  readonly fields: readonly unknown[];
}

const position = { id: 0, sequence: 9, host: 21, args: 25 };

export const eventsOf = (frames: readonly Frame[]): Event[] =>
  frames
    .filter((frame) => frame.kind === kinds.event)
    .map(({ value }) => {
      const fields = value as unknown[];
      return {
        id: fields[position.id] as number,
        sequence: fields[position.sequence] as bigint,
        host: fields[position.host] as number,
        args: fields[position.args] as unknown[],
        fields,
      };
    });

/** What makes an event one of a kind: its CPU and number. */
export const keyOf = (event: Event) => `${event.fields[20]}:${event.sequence}`;
/** contextFlags.resent */
export const isResent = ({ fields }: Event) => ((fields[1] as number) & 32) !== 0;

export interface Loss {
  readonly reason: number;
  readonly eventId: number;
  readonly count: bigint;
  readonly first: bigint;
  readonly last: bigint;
}

export const lossesOf = (frames: readonly Frame[]): Loss[] =>
  frames
    .filter((frame) => frame.kind === kinds.loss)
    .map(({ value }) => {
      const [, , reason, eventId, count, first, last] = value as [
        bigint,
        number,
        number,
        number,
        bigint,
        bigint,
        bigint,
      ];
      return { reason, eventId, count, first, last };
    });

export const lossReasons = { ringFull: 1, tooLarge: 2, queueFull: 3, decodeError: 4, spillFull: 5, throttled: 6 };
