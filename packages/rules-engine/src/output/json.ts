import { toJson } from '@tracee/event-schema';
import type { EngineRecord, Finding, FindingLoss } from '../match/finding';
import type { Process } from '../match/process_tree';
import type { Meta } from '../signature/meta';
import type { Event } from '../signature/signature';
import { isNameless } from './enrichment';
import { jsonValue } from './json_value';

/** The part of a line that is the same for all findings of a signature. */
const signatureJson = new WeakMap<Meta, string>();

/**
 * A finding as one line of JSON:
 * - timestamp: when the event that completed it happened, ns since the Unix epoch
 * - signature: id, name, version, severity, tactic, technique {id, name}
 * - event: that event in Tracee's field names
 * - data: what the signature adds
 * - ancestors: up to five processes, the parent first; left out when not known
 * - loss: events of those it watches that were lost in its window: count, firstTimestamp, lastTimestamp, events {name: count}, and cgroups
 *   {number: count} of those that were held back; only when there were any
 * - enrichment: "missing" when the event is of a container of which its runtime had told nothing by then
 * - resent: {processor, sequence} of an event that was sent before, to an engine that went and may have found it; only then
 *
 * 64-bit numbers have all their digits. Nothing depends on when or where it is written. Later fields come beside these.
 */
export function jsonLine({ meta, event, data, ancestors, loss }: Finding): string {
  let signature = signatureJson.get(meta);
  if (signature === undefined) {
    const { id, name, version, severity, tactic, technique } = meta;
    signature = JSON.stringify({
      id,
      name,
      version,
      severity,
      tactic,
      technique: { id: technique.id, name: technique.name },
    });
    signatureJson.set(meta, signature);
  }
  return `{"timestamp":${event.unixTime},"signature":${signature},"event":${toJson(event)},"data":${jsonValue(data)}${ancestorsJson(ancestors)}${lossJson(loss)}${enrichmentJson(event)}${resentJson(event)}}\n`;
}

const lossJson = (loss: FindingLoss | undefined): string =>
  loss === undefined ? '' : `,"loss":${jsonValue({ ...loss })}`;

const enrichmentJson = (event: Event): string => (isNameless(event) ? ',"enrichment":"missing"' : '');

const resentJson = ({ contextFlags, processorId, sequence }: Event): string =>
  contextFlags.resent ? `,"resent":${jsonValue({ processor: processorId, sequence })}` : '';

const ancestorsJson = (ancestors: readonly Process[]): string =>
  ancestors.length === 0
    ? ''
    : `,"ancestors":${jsonValue(
        ancestors.map(({ hostProcessId, startTime, processName, executable }) => ({
          hostProcessId,
          startTime,
          processName,
          executable,
        })),
      )}`;

/** A record of the engine as one line of JSON; `engine` stands where a finding has `signature`. */
export const recordLine = ({ timestamp, kind, meta, message, count }: EngineRecord): string =>
  `${jsonValue({ timestamp, engine: { kind, signature: meta.id, name: meta.name, message, ...(count === undefined ? {} : { count }) } })}\n`;
