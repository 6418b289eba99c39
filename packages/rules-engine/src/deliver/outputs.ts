import { RulesError } from '../exit_codes';

/** What --output names: a form of findings on standard output, or a place to send them to. */
export type OutputSpec = { readonly kind: 'pretty' } | { readonly kind: 'json' } | DeliverySpec;

export type DeliverySpec =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'webhook'; readonly url: URL }
  | { readonly kind: 'syslog'; readonly url: URL };

export const outputForms =
  'pretty, json, json=FILE, webhook=URL, syslog=udp://HOST:PORT, syslog=tcp://HOST:PORT, syslog=unix:///PATH, socket=PATH';

/** One --output of the command line. */
export function outputSpec(text: string): OutputSpec {
  const [, kind = '', target] = /^(\w+)(?:=(.+))?$/s.exec(text) ?? [];
  if (target === undefined) {
    if (kind === 'pretty' || kind === 'json') return { kind };
    throw wrong(text, 'no such output');
  }
  if (kind === 'json') return { kind: 'file', path: target };
  if (kind === 'socket') return { kind, path: target };
  if (kind === 'webhook') return { kind, url: urlOf(text, target, ['http:', 'https:']) };
  if (kind === 'syslog') return { kind, url: urlOf(text, target, ['udp:', 'tcp:', 'unix:']) };
  throw wrong(text, 'no such output');
}

function urlOf(text: string, target: string, protocols: readonly string[]): URL {
  if (!isUrl(target)) throw wrong(text, 'not a URL');
  const url = new URL(target);
  if (!protocols.includes(url.protocol)) throw wrong(text, `not one of ${protocols.join(' ')}`);
  return url;
}

/** URL.canParse is younger than the oldest Node that must do. */
function isUrl(text: string): boolean {
  try {
    new URL(text);
    return true;
  } catch {
    return false;
  }
}

const wrong = (text: string, found: string) =>
  new RulesError('usage', `command line: --output ${text}: ${found} (one of ${outputForms})`);
