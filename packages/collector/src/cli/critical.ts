import type { EventDefinition } from '@tracee/event-schema';
import { CollectError } from '../errors';
import { didYouMean } from '../filter/suggest';

/** The values of --critical: names of events. */
export function parseCritical(values: readonly string[], events: readonly EventDefinition[]): string[] {
  const names = events.map(({ name }) => name);
  return values
    .flatMap((value) => value.split(','))
    .map((name) => {
      if (names.includes(name)) return name;
      throw new CollectError(
        'usage',
        `--critical: "${name}": no such event (${didYouMean(name, names, 'see --list')})`,
      );
    });
}
