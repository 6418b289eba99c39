const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;
/** Numbers of up to 15 digits are exact as JavaScript numbers. */
const exactDigits = 15;

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isNumberPart = (code: number) =>
  isDigit(code) || code === minus || code === 0x2b || code === 0x2e || (code | 0x20) === 0x65;

/** Parses JSON without rounding: a number of more than 15 characters becomes the text it was written as. */
export function parseExactly(json: string): unknown {
  return JSON.parse(quoteLongNumbers(json));
}

function quoteLongNumbers(json: string): string {
  let quoted = '';
  let copied = 0;
  for (let i = 0; i < json.length; ) {
    const code = json.charCodeAt(i);
    if (code === quote) i = behindString(json, i);
    else if (code === minus || isDigit(code)) {
      let end = i + 1;
      while (end < json.length && isNumberPart(json.charCodeAt(end))) end++;
      if (end - i > exactDigits) {
        quoted += `${json.slice(copied, i)}"${json.slice(i, end)}"`;
        copied = end;
      }
      i = end;
    } else i++;
  }
  return quoted + json.slice(copied);
}

function behindString(json: string, start: number): number {
  for (let i = start + 1; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code === backslash) i++;
    else if (code === quote) return i + 1;
  }
  return json.length;
}

/** An integer from a number, decimal digits or 0x digits; null when it is none. */
export function exactInteger(value: unknown): bigint | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  if (typeof value === 'string' && /^(-?\d{1,20}|0[xX][0-9a-fA-F]{1,16})$/.test(value)) return BigInt(value);
  return null;
}
