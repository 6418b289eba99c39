import type { TextMatch } from './condition';

/** Texts are compared as bytes. */
export function textEquals(how: TextMatch, wanted: Buffer, text: Buffer): boolean {
  switch (how) {
    case 'exact':
      return text.equals(wanted);
    case 'prefix':
      return text.subarray(0, wanted.length).equals(wanted);
    case 'suffix':
      return text.length >= wanted.length && text.subarray(text.length - wanted.length).equals(wanted);
    default:
      return text.includes(wanted);
  }
}
