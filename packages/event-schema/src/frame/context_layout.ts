import { contextFields } from '../../events/context';
import { Damage } from './error';
import { commBytes, fieldBytes, tags } from './format';

/** Where the tags of a stream's context stand, so that they can be checked in one pass. */
export interface ContextLayout {
  /** Elements of the payload's array: the fields and the arguments. */
  readonly elements: number;
  /** Offsets of tags from the start of the payload, and the tags. */
  readonly tagAt: Int32Array;
  readonly tag: Uint8Array;
  /** Offset of the array of arguments. */
  readonly argsAt: number;
}

export function contextLayout(fields: readonly { readonly name: string; readonly type: string }[]): ContextLayout {
  const tagAt: number[] = [];
  const tag: number[] = [];
  let at = 3; // array16
  for (const { type } of fields) {
    tagAt.push(at);
    if (type === 'comm') {
      tag.push(tags.bin8, commBytes);
      tagAt.push(at + 1);
    } else tag.push(tags[type as 'u32']);
    at += fieldBytes(type);
  }
  return { elements: fields.length + 1, tagAt: Int32Array.from(tagAt), tag: Uint8Array.from(tag), argsAt: at };
}

const fixedTypes = new Set(['u8', 'u16', 'u32', 'u64', 'i8', 'i16', 'i32', 'i64', 'ptr', 'time', 'comm']);

/** The layout of a stream whose context is not this build's: fields may be missing at its end, or more may follow. */
export function foreignLayout(fields: readonly { readonly name: string; readonly type: string }[]): ContextLayout {
  for (const [i, { name, type }] of fields.entries()) {
    const own = contextFields[i];
    if (own !== undefined && (own.name !== name || own.type !== type)) {
      throw new Damage(`a context whose field ${i} is ${name}:${type}, here ${own.name}:${own.type}`);
    }
    if (!fixedTypes.has(type))
      throw new Damage(`a context field ${name} of type "${type}", which has no fixed width here`);
  }
  if (fields.length === 0) throw new Damage('a context without fields');
  return contextLayout(fields);
}

export const ownLayout = contextLayout(contextFields);

/** Number of the first tag that is not the layout's, -1 when all are. The caller has checked that argsAt bytes are there. */
export function wrongTag(buffer: Buffer, at: number, { tagAt, tag }: ContextLayout): number {
  for (let i = 0; i < tag.length; i++) if (buffer[at + (tagAt[i] as number)] !== tag[i]) return i;
  return -1;
}
