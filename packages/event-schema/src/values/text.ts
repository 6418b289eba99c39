/** A byte that is not part of valid UTF-8 becomes this plus the byte: a lone low surrogate, U+DC80 to U+DCFF, which JSON escapes and `encodeText` turns back. */
export const escapeBase = 0xdc00;

const replacement = '\ufffd';
/** Below this length a loop over the bytes beats the call into the runtime. */
const shortBytes = 12;

/** Methods that Buffer has and its types leave out; toString goes through them and costs 20 ns more a call. */
type Slicing = Buffer & Record<'utf8Slice' | 'latin1Slice', (start: number, end: number) => string>;

/**
 * Text from bytes [start, end) of `buffer`: UTF-8, with every other byte escaped (see `escapeBase`).
 * The string is a copy, never a slice of a larger one. `encodeText` gives the same bytes back.
 */
export function decodeText(bytes: Buffer, start = 0, end = bytes.length): string {
  const buffer = bytes as Slicing;
  if (end - start <= shortBytes && isAscii(buffer, start, end)) return buffer.latin1Slice(start, end);
  const text = buffer.utf8Slice(start, end);
  return text.includes(replacement) ? decodeEscaping(buffer, start, end) : text;
}

function isAscii(buffer: Buffer, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((buffer[i] as number) >= 0x80) return false;
  return true;
}

/** Valid stretches are decoded at once, the bytes between them one by one. */
function decodeEscaping(buffer: Slicing, start: number, end: number): string {
  let text = '';
  let valid = start;
  for (let i = start; i < end; ) {
    const length = sequenceBytes(buffer, i, end);
    if (length > 0) {
      i += length;
      continue;
    }
    text += buffer.utf8Slice(valid, i) + String.fromCharCode(escapeBase + (buffer[i] as number));
    valid = ++i;
  }
  return text + buffer.utf8Slice(valid, end);
}

/** Bytes of the UTF-8 sequence at i, 0 when there is none (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). */
function sequenceBytes(buffer: Buffer, i: number, end: number): number {
  const first = buffer[i] as number;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || i + length > end) return 0;
  const second = buffer[i + 1] as number;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let k = 2; k < length; k++) if (((buffer[i + k] as number) & 0xc0) !== 0x80) return 0;
  return length;
}

const mayHoldEscapes = /[\udc80-\udcff]/;
const escapes = /(?<![\ud800-\udbff])[\udc80-\udcff]/g;

/** Bytes of a text: UTF-8, escaped bytes as they were. Any other lone surrogate, which no decoded text holds, becomes U+FFFD. */
export function encodeText(text: string): Buffer {
  if (!mayHoldEscapes.test(text)) return Buffer.from(text, 'utf8');
  const parts: Buffer[] = [];
  let from = 0;
  for (const { index } of text.matchAll(escapes)) {
    parts.push(Buffer.from(text.slice(from, index), 'utf8'), Buffer.of(text.charCodeAt(index) - escapeBase));
    from = index + 1;
  }
  return Buffer.concat([...parts, Buffer.from(text.slice(from), 'utf8')]);
}
