import fc from 'fast-check';
import { decodeText, encodeText } from '../../src';

const bytes = fc.uint8Array({ maxLength: 64 });

describe('text', () => {
  test('any bytes come back from their text, through JSON too', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const text = decodeText(Buffer.from(given));
        expect(new Uint8Array(encodeText(text))).toEqual(given);
        const json = JSON.stringify(text);
        expect(Buffer.from(json, 'utf8').toString('utf8')).toBe(json);
        expect(JSON.parse(json)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('valid UTF-8 is plain text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(decodeText(Buffer.from(text, 'utf8'))).toBe(text);
        expect(encodeText(text)).toEqual(Buffer.from(text, 'utf8'));
      }),
    );
  });

  test('a text means one sequence of bytes: valid pieces between bytes that are not', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }).map((t) => Buffer.from(t, 'utf8')),
      bytes.map((b) => Buffer.from(b)),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const all = Buffer.concat(pieces);
        expect(encodeText(decodeText(all))).toEqual(all);
      }),
    );
  });

  test.each([
    ['a lone continuation byte', [0x61, 0x80, 0x62], 'a\udc80b'],
    ['latin-1', [0xe9], '\udce9'],
    ['overlong /', [0xc0, 0xaf], '\udcc0\udcaf'],
    ['overlong, three bytes', [0xe0, 0x9f, 0xbf], '\udce0\udc9f\udcbf'],
    ['overlong, four bytes', [0xf0, 0x8f, 0xbf, 0xbf], '\udcf0\udc8f\udcbf\udcbf'],
    ['a first byte that begins nothing', [0xf5, 0x80, 0x80, 0x80, 0xc1, 0x80], '\udcf5\udc80\udc80\udc80\udcc1\udc80'],
    ['the borders of three bytes, beside a bad byte', [0xe0, 0xa0, 0x80, 0xed, 0x9f, 0xbf, 0xff], '\u0800\ud7ff\udcff'],
    [
      'the borders of four bytes, beside a bad byte',
      [0xf0, 0x90, 0x80, 0x80, 0xf4, 0x8f, 0xbf, 0xbf, 0xff],
      '\u{10000}\u{10ffff}\udcff',
    ],
    ['an encoded surrogate', [0xed, 0xa0, 0x80], '\udced\udca0\udc80'],
    ['above U+10FFFF', [0xf4, 0x90, 0x80, 0x80], '\udcf4\udc90\udc80\udc80'],
    ['a sequence cut at the end', [0x61, 0xe2, 0x82], 'a\udce2\udc82'],
    ['a genuine U+FFFD', [0xef, 0xbf, 0xbd], '\ufffd'],
    ['a genuine U+FFFD beside a bad byte', [0xef, 0xbf, 0xbd, 0xff], '\ufffd\udcff'],
    ['four bytes', [0xf0, 0x9f, 0x90, 0x8b], '\u{1f40b}'],
    ['NUL', [0x00], '\0'],
  ])('%s', (_, given, text) => {
    expect(decodeText(Buffer.from(given))).toBe(text);
    expect([...encodeText(text)]).toEqual(given);
  });

  test('decodes a range and nothing around it', () => {
    expect(decodeText(Buffer.from('\u00e9abc\u00e9'), 2, 5)).toBe('abc');
    expect(decodeText(Buffer.from([0xe2, 0x82, 0xac]), 0, 2)).toBe('\udce2\udc82');
  });

  test('a lone surrogate that stands for no byte is written as U+FFFD', () => {
    expect([...encodeText('\ud800')]).toEqual([0xef, 0xbf, 0xbd]);
    expect([...encodeText('\udc7f\udc80')]).toEqual([0xef, 0xbf, 0xbd, 0x80]);
  });
});
