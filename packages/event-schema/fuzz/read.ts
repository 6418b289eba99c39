import { FrameError, FrameReader, type LazyEvent } from '../src';
import type { Random } from './random';

/** What reading a stream came to; equal however the stream was cut into chunks. */
export interface Outcome {
  readonly events: readonly unknown[];
  readonly damage: string | undefined;
  readonly offset: number;
}

/** Reads a stream in chunks that end where `cut` says. Anything thrown but a FrameError is a defect of the reader, and is thrown on. */
export function read(stream: Buffer, see: (event: LazyEvent) => unknown, cut: (from: number) => number): Outcome {
  const events: unknown[] = [];
  const reader = new FrameReader({ event: (event) => events.push(see(event)) });
  let damage: string | undefined;
  try {
    for (let from = 0; from < stream.length; ) {
      const to = Math.min(stream.length, cut(from));
      reader.push(stream.subarray(from, to));
      from = to;
    }
    reader.finish();
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    damage = `${error.code} ${error.message}`;
  }
  return { events, damage, offset: reader.offset };
}

/** Reads every argument and, of the context, what takes more than a load. */
export const touch = (event: LazyEvent): number => {
  let defined = 0;
  for (const value of Object.values(event.args)) if (value !== null) defined++;
  return defined + event.processName.length + event.hostName.length + event.containerId.length;
};

export const whole = (): number => Number.POSITIVE_INFINITY;
export const pieces = (random: Random) => (from: number) => from + 1 + random.next(97);
