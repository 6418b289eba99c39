import { type Document, LineCounter, parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import { CollectError } from '../errors';
import { didYouMean } from '../filter/suggest';
import { type Policy, policyShape } from './shape';

type Path = readonly (string | number)[];

/** A policy, and where its parts stand: `file:line: spec.rules[0].event`. */
export interface ReadPolicy {
  readonly policy: Policy;
  place(path: Path): string;
}

/** The policies of one file, YAML or JSON; documents of YAML are separated by `---`. Throws a CollectError at the first wrong part. */
export function readPolicies(file: string, text: string): ReadPolicy[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false }) as Document.Parsed[];
  const found = documents.map((document) => readDocument(file, document, lines));
  const policies = found.filter((one): one is ReadPolicy => one !== undefined);
  if (policies.length === 0) throw new CollectError('usage', `policy: ${file}: no policy (is the file empty?)`);
  return policies;
}

function readDocument(file: string, document: Document.Parsed, lines: LineCounter): ReadPolicy | undefined {
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new CollectError(
      'usage',
      `policy: ${file}:${line}:${col}: ${error.message.split('\n')[0]} (correct the YAML)`,
    );
  }
  if (document.contents === null) return undefined;
  const place = (path: Path): string => `${file}:${lineOf(document, lines, path)}: ${pathText(path)}`;
  let value: unknown;
  try {
    value = document.toJS();
  } catch (fault) {
    throw new CollectError('usage', `policy: ${place([])}: ${(fault as Error).message} (correct the YAML)`);
  }
  const result = policyShape.safeParse(value);
  if (result.success) return { policy: result.data, place };
  const [issue] = result.error.issues;
  throw new CollectError('usage', issueText(issue as z.core.$ZodIssue, place));
}

/** The line of the innermost part of the path that is there. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = (length === 0 ? document.contents : document.getIn(path.slice(0, length), true)) as
      | { range?: readonly number[] | null }
      | null
      | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

const pathText = (path: Path): string =>
  path.length === 0
    ? 'the policy'
    : path.reduce<string>(
        (text, part) => text + (typeof part === 'number' ? `[${part}]` : text === '' ? part : `.${part}`),
        '',
      );

const known = [
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'scope',
  'rules',
  'defaultActions',
  'event',
  'filters',
  'actions',
];

function issueText(issue: z.core.$ZodIssue, place: (path: Path) => string): string {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return `policy: ${place([...path, key])}: no such field (${didYouMean(key, known, `fields: ${known.join(', ')}`)})`;
  }
  return `policy: ${place(path)}: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
}
