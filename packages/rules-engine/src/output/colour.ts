import type { Severity } from '../signature/ranks';

const codes = { bold: '1', dim: '2', red: '31', yellow: '33', blue: '34', cyan: '36', alarm: '1;37;41' } as const;
export type Colour = keyof typeof codes;

/** Paints text, or leaves it as it is. */
export type Paint = (colour: Colour, text: string) => string;

export const plain: Paint = (_, text) => text;
export const coloured: Paint = (colour, text) => `\x1b[${codes[colour]}m${text}\x1b[0m`;

/** Colours are for terminals, and for those who did not set NO_COLOR to anything. */
export const paintFor = (stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv = process.env): Paint =>
  stream.isTTY === true && (environment.NO_COLOR ?? '') === '' && environment.TERM !== 'dumb' ? coloured : plain;

export const severityColours: Readonly<Record<Severity, Colour>> = {
  info: 'blue',
  low: 'cyan',
  medium: 'yellow',
  high: 'red',
  critical: 'alarm',
};
