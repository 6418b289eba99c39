import type { EventName } from '@tracee/event-schema';
import type { Signature } from '../signature/signature';
import { conditionText } from '../where/condition';
import { conditionOf } from '../where/where';

/** --explain: what a signature looks for, on which events and conditions, and what it misses. */
export function explanation({ meta, on, onFinding }: Signature): string {
  const handlers = Object.entries(on).map(([event, handler]) => {
    if (typeof handler === 'function') return `  ${event}: asked for each`;
    const condition = conditionText(conditionOf(event as EventName, handler.where as never));
    return `  ${event}: ${handler.handle === undefined ? 'fires' : 'asked'} when ${condition}`;
  });
  const findings = Object.keys(onFinding ?? {}).map((of) => `  findings of ${of}`);
  return [
    `${meta.id} ${meta.name} ${meta.version}: ${meta.title}`,
    `severity ${meta.severity}, ${meta.tactic}, ${meta.technique.id} ${meta.technique.name}`,
    '',
    meta.description,
    '',
    'Looks at:',
    ...handlers,
    ...findings,
    '',
    'Misses:',
    ...meta.misses.map((one) => `  ${one}`),
    '',
  ].join('\n');
}
