import type { EventDefinition } from '../../events/define';
import { Bytes } from './bytes';
import { writeArgument } from './encode_arguments';
import { contextOffsets, frameHeadBytes } from './format';

/** An event frame of this schema with the same context and other arguments. What is not given is zero; text and bytes: null. */
export function withArguments(
  frame: Uint8Array,
  definition: EventDefinition,
  args: Readonly<Record<string, unknown>>,
): Buffer {
  const tail = new Bytes();
  tail.array(definition.args.length);
  for (const { name, type } of definition.args) writeArgument(tail, type, args[name]);
  const whole = Buffer.concat([frame.subarray(0, frameHeadBytes + (contextOffsets.args as number)), tail.take()]);
  whole.writeUInt32BE(whole.length - frameHeadBytes, 1);
  return whole;
}
