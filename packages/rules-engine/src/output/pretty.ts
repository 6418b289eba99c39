import type { EngineRecord, Finding, FindingLoss } from '../match/finding';
import type { Process } from '../match/process_tree';
import type { Event, Value } from '../signature/signature';
import { type Paint, severityColours } from './colour';
import { isNameless } from './enrichment';
import { jsonValue } from './json_value';
import { visible } from './visible_text';

/** Longer values are cut: the whole of them is in --output json. */
const maxValueLength = 400;
const shortIdLength = 12;

/** A finding for a person: a headline, then a line for each fact. */
export const prettyBlock =
  (paint: Paint) =>
  ({ meta, event, data, ancestors, loss }: Finding): string => {
    const colour = severityColours[meta.severity];
    const head = `${paint('dim', time(event.unixTime))} ${paint(colour, meta.severity.toUpperCase())} ${meta.id} ${paint('bold', meta.title)}`;
    const facts: [string, string][] = [['process', processText(event)]];
    if (ancestors.length > 0) facts.push(['ancestors', ancestors.map(ancestorText).join(' < ')]);
    if (event.containerId !== '') facts.push(['container', containerText(event)]);
    facts.push(['event', `${event.eventName}, returned ${event.returnValue}`]);
    for (const [name, value] of Object.entries(data)) facts.push([name, valueText(value)]);
    if (loss !== undefined) facts.push(['lost', lossText(loss)]);
    if (event.contextFlags.resent)
      facts.push([
        'resent',
        `CPU ${event.processorId}, sequence ${event.sequence}: an engine before may have found it`,
      ]);
    const width = Math.max(...facts.map(([name]) => visible(name).length));
    return `${[head, ...facts.map(([name, text]) => `    ${paint('dim', visible(name).padEnd(width))}  ${text}`)].join('\n')}\n`;
  };

const lossText = ({ count, events }: FindingLoss): string =>
  `${count} events around it: ${Object.entries(events)
    .map(([name, lost]) => `${name} ${lost}`)
    .join(', ')}`;

/** UTC to the microsecond, so that it reads the same wherever a capture is replayed. */
function time(unixTime: bigint): string {
  const micros = unixTime / 1000n;
  const seconds = new Date(Number(micros / 1_000_000n) * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return `${seconds}.${String(micros % 1_000_000n).padStart(6, '0')}Z`;
}

const processText = (event: Event): string =>
  `${visible(event.processName)}, pid ${event.processId} (host ${event.hostProcessId}), uid ${event.userId}${event.executablePath === '' ? '' : `, ${visible(event.executablePath)}`}`;

const ancestorText = ({ processName, hostProcessId }: Process): string => `${visible(processName)} (${hostProcessId})`;

/** A record of the engine for a person. */
export const prettyRecord =
  (paint: Paint) =>
  ({ timestamp, meta, message }: EngineRecord): string =>
    `${paint('dim', time(timestamp))} ${paint('yellow', 'ENGINE')} ${meta.id} ${visible(meta.name)}: ${visible(message)}\n`;

function containerText(event: Event): string {
  const { containerId, containerName, containerImage, podNamespace, podName } = event;
  const pod = podName === '' ? '' : `pod ${podNamespace}/${podName}`;
  return [
    containerId.slice(0, shortIdLength),
    containerName,
    containerImage,
    pod,
    isNameless(event) ? '(not named)' : '',
  ]
    .filter((part) => part !== '')
    .map(visible)
    .join(' ');
}

function valueText(value: Value): string {
  const text = visible(typeof value === 'string' ? value : jsonValue(value));
  return text.length > maxValueLength ? `${text.slice(0, maxValueLength)}… (${text.length} characters)` : text;
}
