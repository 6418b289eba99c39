import { type EventDefinition, type EventInput, findEvent } from '@tracee/event-schema';
import { isBlob, type KernelValue, makeRecord } from '../../packages/collector/test/native/records';
import { referenceMix } from './mix';

/** The reference mix as the kernel leaves it in the ring, each record behind its length: what `encodeRecords` takes. */
export function kernelRecords(count: number, scopes = 1n): Buffer {
  const parts: Buffer[] = [];
  for (const event of referenceMix(count)) {
    const record = recordOf(event, scopes);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(record.length);
    parts.push(length, record);
  }
  return Buffer.concat(parts);
}

function recordOf({ eventName, hostName = '', args = {}, ...fields }: EventInput, scopes: bigint): Buffer {
  const event = findEvent(eventName) as EventDefinition;
  const context = Object.entries({ ...fields, eventId: event.id, scopes }).map(([field, value]) => [
    field,
    typeof value === 'string' ? Buffer.from(value) : BigInt(value as number),
  ]);
  return makeRecord(event, {
    context: Object.fromEntries(context),
    host: Buffer.from(hostName),
    args: event.args.map(({ name, type }): KernelValue => {
      const value = (args as Record<string, unknown>)[name];
      if (!isBlob(type)) return BigInt((value as number | bigint | undefined) ?? 0);
      if (value === undefined) return 'fault';
      return Buffer.from(Array.isArray(value) ? value.map((text) => `${text}\0`).join('') : `${value}`);
    }),
  });
}
