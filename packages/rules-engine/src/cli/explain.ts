import type { EventName } from '@tracee/event-schema';
import type { Signature } from '../signature/signature';
import { conditionText, flattened } from '../where/condition';
import { conditionOf } from '../where/where';

/** --explain: what a signature looks for, on which events and conditions, and what it misses. */
export function explanation({ meta, on, onFinding }: Signature): string {
  const handlers = Object.entries(on).flatMap(([event, handler]) => {
    if (typeof handler === 'function') return [`  ${event}: asked for each`];
    const condition = flattened(conditionOf(event as EventName, handler.where as never));
    const parts = condition.op === 'all' ? condition.of : [condition];
    return [
      `  ${event}: ${handler.handle === undefined ? 'fires' : 'asked'} when`,
      ...parts.map((part) => `    ${conditionText(part)}`),
    ];
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
