import type { Cursor } from '../frame/cursor';
import type { EventShape } from '../frame/header';
import { decoderOf } from './decode_argument';

/** Offset of an argument that the stream's event does not have; it reads as null. */
export const absent = -1;

/** The arguments of the current event: `offsets` holds where each begins, or ~offset once its value is in `values`. */
export class ArgumentSlots {
  readonly offsets: Int32Array;
  readonly values: unknown[];

  /** `sent` arguments of `all` are in the stream's schema; the rest are known here only. */
  constructor(all: number, sent: number) {
    this.offsets = new Int32Array(all).fill(absent, sent);
    this.values = new Array(all).fill(null);
  }

  offset(i: number): number {
    const at = this.offsets[i] ?? absent;
    return at < absent ? ~at : at;
  }
}

/**
 * One object an event id, with a getter an argument. A value is decoded on first use and remembered until the next event;
 * numbers of up to 32 bits are cheaper to read than to remember. The getters are separate functions a type, so that each stays small enough to inline.
 */
export function argumentsView(
  cursor: Cursor,
  shape: EventShape,
  names: readonly string[],
  slots: ArgumentSlots,
): object {
  const { offsets, values } = slots;
  const view = {};
  for (const [i, name] of names.entries()) {
    const type = shape.args[i]?.type ?? 'absent';
    const get = number(cursor, offsets, i, type) ?? remembered(cursor, offsets, values, i, type);
    Object.defineProperty(view, name, { get, enumerable: true });
  }
  return view;
}

function number(cursor: Cursor, offsets: Int32Array, i: number, type: string): (() => number | null) | undefined {
  /** Offset of the value behind its tag, 0 for none. */
  const at = () => {
    const offset = offsets[i] as number;
    return offset === absent || cursor.isNil(offset) ? 0 : offset + 1;
  };
  switch (type) {
    case 'u16':
      return () => {
        const p = at();
        return p === 0 ? null : cursor.view.getUint16(p);
      };
    case 'u32':
      return () => {
        const p = at();
        return p === 0 ? null : cursor.view.getUint32(p);
      };
    case 'i32':
      return () => {
        const p = at();
        return p === 0 ? null : cursor.view.getInt32(p);
      };
    default:
      return undefined;
  }
}

function remembered(cursor: Cursor, offsets: Int32Array, values: unknown[], i: number, type: string): () => unknown {
  const decode = decoderOf(type);
  return () => {
    const at = offsets[i] as number;
    if (at < 0) return values[i];
    offsets[i] = ~at;
    values[i] = decode(cursor, at);
    return values[i];
  };
}
