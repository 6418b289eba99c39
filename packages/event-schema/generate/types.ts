import { wireTypes } from '../events/define';
import type { Schema } from './schema';

const property = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`);

/** event_args.ts: the arguments of every event by name; null where the kernel could not read them. */
export function argumentTypes({ events }: Schema): string {
  const nullable = (type: string) => (wireTypes[type as 'string'].c === 'struct blob' ? ' | null' : '');
  const body = events.map(
    (e) =>
      `  /** ${e.doc} */\n  ${property(e.name)}: {${e.args.map((a) => ` readonly ${property(a.name)}: ${wireTypes[a.type].ts}${nullable(a.type)};`).join('')} };`,
  );
  return `// Generated from packages/event-schema/events; change those, then: npm run generate

export interface EventArguments {
${body.join('\n')}
}

export type EventName = keyof EventArguments;
`;
}

/** catalogue.ts: every definition as data, so that nothing is searched for at run time. */
export function catalogueModule(
  { events, fingerprint }: Schema,
  modules: readonly { module: string; name: string }[],
): string {
  return `// Generated from packages/event-schema/events; change those, then: npm run generate
import type { EventDefinition } from '../../events/define';
import { syscalls } from '../../events/syscalls/table';
${modules.map((m) => `import ${m.name} from '../../events/${m.module}';`).join('\n')}

/** Every event, by ascending id. */
export const events: readonly EventDefinition[] = [...syscalls, ${modules.map((m) => m.name).join(', ')}].sort((a, b) => a.id - b.id);

export const fingerprint = '${fingerprint}';
export const eventCount = ${events.length};
`;
}
