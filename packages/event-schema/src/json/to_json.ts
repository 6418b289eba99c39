import type { WireType } from '../../events/define';
import type { PlainEvent } from '../event/lazy_event';
import { argumentToJson, epoch } from './argument_to_json';
import { entityId } from './entity_id';
import { jsonTypes } from './types';

/** Flags that Tracee does not have are written only when set. */
function flagsToJson({ containerStarted, isCompat, ...own }: PlainEvent['contextFlags']): string {
  const set = Object.entries(own).filter(([, value]) => value);
  return JSON.stringify({ containerStarted, isCompat, ...Object.fromEntries(set) });
}

function argumentsToJson({ args, definition, bootTime }: PlainEvent): string {
  const values = args as Readonly<Record<string, unknown>>;
  const one = ({ name, type }: { name: string; type: string }) => {
    const jsonType = jsonTypes[type as WireType] ?? type;
    return `{"name":${JSON.stringify(name)},"type":${JSON.stringify(jsonType)},"value":${argumentToJson(type, values[name], bootTime)}}`;
  };
  return definition.args.map(one).join(',');
}

const labelsToJson = ({ containerLabels }: PlainEvent): string =>
  Object.keys(containerLabels).length === 0 ? '' : `,"containerLabels":${JSON.stringify(containerLabels)}`;

/**
 * One line of JSON in Tracee's field names, without the line end. 64-bit values are exact digits, never rounded; times are ns since the
 * Unix epoch (0: not known); bytes are base64; text that is not UTF-8 has escaped lone surrogates (see `decodeText`), so nothing is lost.
 * `matchedPolicies` has the names of the matched scopes, the number of one that has no name; a timespec that is no time is written as [seconds, nanoseconds].
 * `containerLabels` is there when labels were chosen and the container has them.
 */
export function toJson(event: PlainEvent): string {
  const { bootTime } = event;
  const text = JSON.stringify;
  return (
    `{"timestamp":${epoch(bootTime, event.timestamp)},"threadStartTime":${epoch(bootTime, event.threadStartTime)}` +
    `,"processorId":${event.processorId},"processId":${event.processId},"cgroupId":${event.cgroupId}` +
    `,"threadId":${event.threadId},"parentProcessId":${event.parentProcessId},"hostProcessId":${event.hostProcessId}` +
    `,"hostThreadId":${event.hostThreadId},"hostParentProcessId":${event.hostParentProcessId},"userId":${event.userId}` +
    `,"mountNamespace":${event.mountNamespace},"pidNamespace":${event.pidNamespace},"processName":${text(event.processName)}` +
    `,"hostName":${text(event.hostName)},"containerId":${text(event.containerId)},"containerImage":${text(event.containerImage)}` +
    `,"containerName":${text(event.containerName)},"podName":${text(event.podName)},"podNamespace":${text(event.podNamespace)}` +
    `,"podUID":${text(event.podUID)}${labelsToJson(event)},"eventId":"${event.eventId}","eventName":${text(event.eventName)}` +
    `,"argsNum":${event.definition.args.length},"returnValue":${event.returnValue},"syscall":${text(event.syscallName)}` +
    `,"stackAddresses":null,"contextFlags":${flagsToJson(event.contextFlags)}` +
    `,"threadEntityId":${entityId(event.hostThreadId, event.threadStartTime)}` +
    `,"processEntityId":${entityId(event.hostProcessId, event.processStartTime)}` +
    `,"parentEntityId":${entityId(event.hostParentProcessId, event.parentStartTime)}` +
    `,"executable":{"path":${text(event.executablePath)}},"matchedPolicies":${text(event.matchedScopes)}` +
    `,"args":[${argumentsToJson(event)}]}`
  );
}
