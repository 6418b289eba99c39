import type { Failure } from '../match/finding';
import { visible } from '../output/visible_text';
import type { Signature } from '../signature/signature';

/** A handler's failure, with what is needed to find it: signature, event, process, the line that threw. */
export function failureText({ meta, event, error }: Failure): string {
  const [what = String(error), where = ''] = error instanceof Error ? (error.stack ?? String(error)).split('\n') : [];
  const place = /\(?([^\s()]+:\d+:\d+)\)?$/.exec(where)?.[1];
  return (
    `signature ${meta.name}: failed on ${event.eventName} of ${visible(event.processName)} (host pid ${event.hostProcessId}, timestamp ${event.unixTime}): ` +
    `${visible(what)}${place === undefined ? '' : ` at ${place}`} (it is asked again for the next event, and further failures are counted)`
  );
}

/** Signatures that cannot fire as the collector does not trace what they need; undefined when all can. */
export function missingEventsText(signatures: readonly Signature[], traced: ReadonlySet<string>): string | undefined {
  const needs = new Map<string, string[]>();
  for (const { meta, on } of signatures) {
    for (const event of Object.keys(on))
      if (!traced.has(event)) needs.set(event, [...(needs.get(event) ?? []), meta.name]);
  }
  if (needs.size === 0) return undefined;
  const list = [...needs].map(([event, names]) => `${event} (${names.join(', ')})`).join(', ');
  return `events not traced, so that these signatures see nothing: ${list} (tracee-collect --trace event=$(tracee-rules --list-events))`;
}
