import type { Cursor } from '../frame/cursor';
import { commBytes } from '../frame/format';
import { decodeText } from '../values/text';

/** Few programs make most events; a table of this size keeps nearly all of their names, and no more than that many strings. */
const entries = 512;

/** Thread names by their 16 bytes: four words compare faster than a string is made. */
export class CommCache {
  readonly #words = new Int32Array(entries * 4);
  readonly #texts: string[] = new Array(entries).fill('');

  text({ view, buffer, at }: Cursor, offset: number): string {
    const start = at + offset;
    const a = view.getInt32(start);
    const b = view.getInt32(start + 4);
    const c = view.getInt32(start + 8);
    const d = view.getInt32(start + 12);
    const mixed = Math.imul(a ^ Math.imul(b, 31) ^ Math.imul(c, 961) ^ d, 0x9e3779b1);
    const entry = (mixed >>> 16) & (entries - 1);
    const words = this.#words;
    const w = entry * 4;
    if (words[w] === a && words[w + 1] === b && words[w + 2] === c && words[w + 3] === d)
      return this.#texts[entry] as string;
    words[w] = a;
    words[w + 1] = b;
    words[w + 2] = c;
    words[w + 3] = d;
    let end = start;
    while (end < start + commBytes && buffer[end] !== 0) end++;
    const text = decodeText(buffer, start, end);
    this.#texts[entry] = text;
    return text;
  }
}
