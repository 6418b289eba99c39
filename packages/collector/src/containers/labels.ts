import type { Labels } from '@tracee/event-schema';
import { CollectError } from '../errors';

/** An entry of the dictionary has a bound; what does not fit is left out. */
const maxBytes = 2048;

/** --crs-labels NAME,..: names of labels, a * at the end stands for any ending. */
export function parseLabels(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => text.split(','));
  const wrong = names.find((name) => !/^[^*\s]*\*?$/.test(name) || name === '');
  if (wrong !== undefined)
    throw new CollectError('usage', `--crs-labels: "${wrong}": not the name of a label (as app, or example.org/*)`);
  return names;
}

/** The labels that are asked for, as many as fit. */
export function chosenLabels(labels: Labels, names: readonly string[]): Labels {
  let left = maxBytes;
  return Object.fromEntries(
    Object.entries(labels).filter(([name, value]) => {
      if (!names.some((wanted) => (wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted)))
        return false;
      const bytes = Buffer.byteLength(name) + Buffer.byteLength(value);
      if (bytes > left) return false;
      left -= bytes;
      return true;
    }),
  );
}
