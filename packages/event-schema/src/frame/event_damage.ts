import { contextFields } from '../../events/context';
import type { LazyEvent } from '../event/lazy_event';
import { Damage } from './error';
import { bytesBehind } from './walk';

const hex = (byte: number | undefined) => (byte === undefined ? 'nothing' : `0x${byte.toString(16).padStart(2, '0')}`);

/** What to say about an event whose argument number `wrong` is not of its type; made only when something is wrong. */
export function argumentDamage(event: LazyEvent, wrong: number, buffer: Buffer, end: number): Damage {
  const { name, args } = event.definition;
  if (wrong === bytesBehind) return new Damage(`event ${name} with bytes behind its ${args.length} arguments`);
  const at = event.slots.offset(wrong);
  const found = at < end ? `tag ${hex(buffer[at])}, or a length beyond the frame` : 'the end of the frame';
  return new Damage(`event ${name} whose argument ${args[wrong]?.name} is not ${args[wrong]?.type}: ${found}`);
}

export const contextDamage = (tag: number): Damage =>
  new Damage(
    `an event whose context does not have the tag of ${contextFields[Math.min(tag, contextFields.length - 1)]?.name}`,
  );
