/**
 * Characters that a terminal would obey instead of show (controls, direction and other format marks, line separators), and
 * bytes that were not UTF-8 (lone surrogates): an attacker chooses file names, and must not draw on the analyst's screen.
 */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text of an event on one line of a terminal: \x1b for a control or a raw byte, \u{202e} beyond, \\ for a backslash. */
export const visible = (text: string): string => text.replaceAll('\\', '\\\\').replace(unsafe, escaped);

function escaped(character: string): string {
  const code = character.codePointAt(0) as number;
  const byte = code >= 0xdc80 && code <= 0xdcff ? code - 0xdc00 : code;
  return byte < 0x100 ? `\\x${byte.toString(16).padStart(2, '0')}` : `\\u{${byte.toString(16)}}`;
}
