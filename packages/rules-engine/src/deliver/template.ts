import { readFileSync } from 'node:fs';
import { RulesError } from '../exit_codes';
import type { Finding } from '../match/finding';
import { jsonValue } from '../output/json_value';
import { reason } from '../reason';
import type { Value } from '../signature/signature';
import { valueAt } from '../suppress/suppression';

/** How a value is made safe for the text around it. */
const escapes = {
  json: (value: unknown) => jsonValue((value ?? null) as Value),
  csv: (value: unknown) => `"${text(value).replaceAll('"', '""')}"`,
  xml: (value: unknown) =>
    text(value)
      .replace(/[<>&"']/g, (one) => `&#${one.charCodeAt(0)};`)
      .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '�'),
  text: (value: unknown) => text(value).replace(/[\r\n]+/g, ' '),
} as const;

type Escape = keyof typeof escapes;

const text = (value: unknown) => (typeof value === 'string' ? value : value === null ? '' : jsonValue(value as Value));

/**
 * Text of a finding by a template: {{path}} is a value without line ends; {{path|json}}, {{path|csv}} and {{path|xml}} make it
 * safe for where it stands. Paths: signature.*, args.*, data.*, fields of the event, timestamp, time. The template's last line end ends each finding.
 */
export function template(source: string, name: string): (finding: Finding) => string {
  const parts = source.split(/\{\{\s*([^{}]*?)\s*\}\}/);
  const pieces = parts.map((part, i) => (i % 2 === 0 ? part : hole(part, name)));
  const isTerminated = source.endsWith('\n');
  return (finding) => {
    const made = pieces.map((piece) => (typeof piece === 'string' ? piece : piece(finding))).join('');
    return isTerminated ? made : `${made}\n`;
  };
}

export function readTemplate(path: string): (finding: Finding) => string {
  try {
    return template(readFileSync(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof RulesError) throw error;
    throw new RulesError('usage', `read template: ${path}: ${reason(error)} (is the path right?)`, { cause: error });
  }
}

function hole(expression: string, name: string): (finding: Finding) => string {
  const [, path, form = 'text'] = /^([\w.]+)\s*(?:\|\s*(\w+))?$/.exec(expression) ?? [];
  if (path === undefined || !Object.hasOwn(escapes, form)) {
    throw new RulesError(
      'usage',
      `read template: ${name}: {{${expression}}}: not PATH or PATH|FORM (forms: ${Object.keys(escapes).join(', ')})`,
    );
  }
  const steps = path.split('.');
  return (finding) => escapes[form as Escape](value(finding, steps));
}

const isoTime = (ns: bigint) =>
  new Date(Number(ns / 1_000_000n)).toISOString().replace('Z', `${`${ns % 1_000_000n}`.padStart(6, '0')}Z`);

function value(finding: Finding, [first, ...rest]: readonly string[]): unknown {
  if (first === 'timestamp') return finding.event.unixTime;
  if (first === 'time') return isoTime(finding.event.unixTime);
  if (first !== 'signature') return valueAt(finding, [first ?? '', ...rest]);
  let found: unknown = finding.meta;
  for (const name of rest) found = (found as Record<string, unknown> | undefined)?.[name];
  return found ?? null;
}
