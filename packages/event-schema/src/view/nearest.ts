/** Letters that are added, dropped or replaced, or swapped with a neighbour, to make one word of the other. */
export function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  const cost = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => cost[i * width + j] as number;
  for (let j = 0; j < width; j++) cost[j] = j;
  for (let i = 1; i <= a.length; i++) {
    cost[i * width] = i;
    for (let j = 1; j < width; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(i - 2, j - 2) + 1 : change;
      cost[i * width + j] = Math.min(change, swap, at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  return at(a.length, b.length);
}

/** The word most like it, whatever the case; undefined when more than a third of its letters (at least one) differ. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const ranked = [...words]
    .filter((other) => Math.abs(other.length - word.length) <= limit)
    .map((other) => [editDistance(word.toUpperCase(), other.toUpperCase()), other] as const)
    .filter(([distance]) => distance <= limit)
    .sort(([x], [y]) => x - y);
  return ranked[0]?.[1];
}
