import type { Failure } from '../match/finding';
import { counted } from '../output/counted';
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

/** What the collector does not trace, and the signatures that see nothing or only a part of what they look at; undefined when all is traced. */
export function missingEventsText(signatures: readonly Signature[], traced: ReadonlySet<string>): string | undefined {
  const missing = new Set<string>();
  const [blind, partial]: [string[], string[]] = [[], []];
  for (const { meta, on } of signatures) {
    const needed = Object.keys(on);
    const lacking = needed.filter((event) => !traced.has(event));
    for (const event of lacking) missing.add(event);
    if (lacking.length > 0) (lacking.length === needed.length ? blind : partial).push(meta.name);
  }
  if (missing.size === 0) return undefined;
  const effects = [
    blind.length > 0
      ? [
          `${blind.length} of ${counted(signatures.length, 'signature')} ${blind.length === 1 ? 'sees' : 'see'} nothing (${few(blind)})`,
        ]
      : [],
    partial.length > 0 ? [`${partial.length} only a part (${few(partial)})`] : [],
  ].flat();
  return `events not traced: ${few([...missing])}; ${effects.join(', ')} (tracee-collect --trace event=$(tracee-rules --list-events))`;
}

/** A warning that fills the terminal is not read. */
const mostNames = 8;

const few = (names: readonly string[]) =>
  names.length <= mostNames
    ? names.join(', ')
    : `${names.slice(0, mostNames - 1).join(', ')} and ${names.length - mostNames + 1} others`;
