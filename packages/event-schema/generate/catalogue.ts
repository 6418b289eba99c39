import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EventDefinition } from '../events/define';
import { syscalls } from '../events/syscalls/table';

/** Definition files, one event each, found by folder; the basename is the event's name. */
export function loadDefinitions(eventsDir: string): { definition: EventDefinition; module: string }[] {
  const areas = readdirSync(eventsDir, { withFileTypes: true }).filter((d) => d.isDirectory() && d.name !== 'syscalls');
  return areas.flatMap(({ name: area }) =>
    readdirSync(join(eventsDir, area))
      .filter((file) => /^[^.].*\.(js|ts)$/.test(file) && !file.endsWith('.d.ts'))
      .sort()
      .map((file) => {
        const name = basename(file).replace(/\.(js|ts)$/, '');
        const definition: EventDefinition = require(join(eventsDir, area, file)).default;
        if (definition.name !== name) {
          throw new Error(`generate: ${area}/${file}: defines "${definition.name}" (name the file after the event)`);
        }
        return { definition, module: `${area}/${name}` };
      }),
  );
}

/** All events by ascending id; two with one id or one name are an error. */
export function catalogue(eventsDir: string): EventDefinition[] {
  const all = [...syscalls, ...loadDefinitions(eventsDir).map((d) => d.definition)].sort((a, b) => a.id - b.id);
  for (const key of ['id', 'name'] as const) {
    const seen = new Map<unknown, string>();
    for (const event of all) {
      const other = seen.get(event[key]);
      if (other !== undefined)
        throw new Error(`generate: ${event.name}: ${key} ${event[key]} is that of ${other} (choose another)`);
      seen.set(event[key], event.name);
    }
  }
  return all;
}
