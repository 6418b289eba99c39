import type { Description } from '../description';

/** Longer text, and more labels, than any container has would only fill memory and frames. */
const maxText = 256;
const maxLabels = 128;

const cut = (text: string): string => text.slice(0, maxText);

/** A description whose texts and labels are bounded, whatever the runtime answered. */
export const shortened = ({ labels, podSandbox, ...texts }: Description): Description => ({
  ...(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, cut(text)])) as unknown as typeof texts),
  podSandbox,
  labels: Object.fromEntries(
    Object.entries(labels)
      .slice(0, maxLabels)
      .map(([name, text]) => [cut(name), cut(text)]),
  ),
});
