import { Bytes } from './bytes';
import { frameKinds, lossReasons } from './format';
import { readPayload, type Value } from './msgpack';
import { fieldsOfArray } from './payload';

export type LossReason = keyof typeof lossReasons;

/** Events that were produced and never delivered. Times are ns since boot. */
export interface Loss {
  /** When the loss was noticed. */
  readonly timestamp: bigint;
  readonly cpu: number;
  /** 'unknown' for a reason that this reader does not know. */
  readonly reason: LossReason | 'unknown';
  /** null where the event is not known. */
  readonly eventId: number | null;
  readonly count: bigint;
  readonly firstTimestamp: bigint;
  readonly lastTimestamp: bigint;
  /** Whose events were held back; absent for other reasons, and where nobody knows. */
  readonly cgroupId?: bigint;
}

const noEvent = 0xffff;
const names = ['timestamp', 'cpu', 'reason', 'eventId', 'count', 'firstTimestamp', 'lastTimestamp'];
const reasons = new Map(Object.entries(lossReasons).map(([name, code]) => [code as number, name as LossReason]));

/** A whole loss frame. */
export function encodeLoss(loss: Loss): Buffer {
  const out = new Bytes();
  writeLoss(out, loss);
  return out.take();
}

export function writeLoss(out: Bytes, loss: Loss): void {
  out.frame(frameKinds.loss, () => {
    out.array(loss.cgroupId === undefined ? names.length : names.length + 1);
    out.u64(loss.timestamp);
    out.u16(loss.cpu);
    out.u8(loss.reason === 'unknown' ? 0 : lossReasons[loss.reason]);
    out.u16(loss.eventId ?? noEvent);
    out.u64(loss.count);
    out.u64(loss.firstTimestamp);
    out.u64(loss.lastTimestamp);
    if (loss.cgroupId !== undefined) out.u64(loss.cgroupId);
  });
}

export function readLoss(buffer: Buffer, at: number, end: number): Loss {
  const payload = readPayload(buffer, at, end);
  const fields = fieldsOfArray('a loss record', payload, names);
  const eventId = fields.number('eventId');
  return {
    timestamp: fields.bigint('timestamp'),
    cpu: fields.number('cpu'),
    reason: reasons.get(fields.number('reason')) ?? 'unknown',
    eventId: eventId === noEvent ? null : eventId,
    count: fields.bigint('count'),
    firstTimestamp: fields.bigint('firstTimestamp'),
    lastTimestamp: fields.bigint('lastTimestamp'),
    ...(Array.isArray(payload) && payload.length > names.length ? { cgroupId: cgroupOf(payload) } : {}),
  };
}

const cgroupOf = (payload: Value[]): bigint =>
  fieldsOfArray('a loss record', payload, [...names, 'cgroupId']).bigint('cgroupId');
