import { readFileSync } from 'node:fs';
import { isMap, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { RulesError } from '../exit_codes';
import { reason } from '../reason';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const values = z.union([value, z.array(value).min(1)]);

/** Tests by name; a plain value means eq, a list oneOf. All that are given must hold. */
const tests = z.strictObject({
  eq: value.optional(),
  oneOf: z.array(value).min(1).optional(),
  startsWith: z.string().optional(),
  endsWith: z.string().optional(),
  contains: z.string().optional(),
  lt: z.number().optional(),
  le: z.number().optional(),
  gt: z.number().optional(),
  ge: z.number().optional(),
  has: z.number().optional(),
});

export type FieldTests = z.infer<typeof tests> | z.infer<typeof values>;

const entrySchema = z.strictObject({
  /** Id or name; '*' for all. */
  signature: z.string().min(1),
  /** Paths of values (processName, args.pathname, data.target) and what they must be; left out: every finding. */
  where: z.record(z.string(), z.union([values, tests])).default({}),
  reason: z.string().trim().min(1),
  /** A date; findings of events from then on are shown again. */
  expires: z.iso
    .date()
    .or(z.iso.datetime({ offset: true }))
    .optional(),
});

const limit = { count: z.int().min(1), within: z.string().regex(/^\d+(ms|s|m|h)$/, 'must be a duration, as in 30s') };

const fileSchema = z.strictObject({
  suppress: z.array(entrySchema).default([]),
  deduplicate: z.strictObject({ within: limit.within, by: z.array(z.string().min(1)).min(1).optional() }).optional(),
  limit: z.strictObject(limit).optional(),
});

export type SuppressionEntry = z.infer<typeof entrySchema>;
export type SuppressionFile = z.infer<typeof fileSchema>;

/** The contents of a --suppress file. Whatever is wrong is said with file and line, all of it at once. */
export function readSuppressionFile(path: string): SuppressionFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new RulesError('usage', `read suppressions: ${path}: ${reason(error)} (is the path right?)`, {
      cause: error,
    });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const wrong = (offset: number, found: string) => {
    const { line, col } = lines.linePos(offset);
    return `read suppressions: ${path}:${line}:${col}: ${found} (see docs/rules-engine.md)`;
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, message }) => wrong(pos[0], message.split('\n')[0] as string));
    throw new RulesError('usage', problems.join('\n'));
  }
  const checked = fileSchema.safeParse(document.toJS() ?? {});
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map(({ path: at, message }) => {
    const place = nearest(document.contents, at as (string | number)[]);
    return wrong(place, `${at.length === 0 ? '' : `${at.join('.')}: `}${message}`);
  });
  throw new RulesError('usage', problems.join('\n'));
}

/** Offset of the node at a path, or of the last one on the way that is there. */
function nearest(root: Node | null, path: readonly (string | number)[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of path) {
    const holder = node as { get?(key: unknown, keep: boolean): unknown; items?: { key?: unknown }[] };
    const next = holder.get?.(key, true);
    if (next === undefined || next === null) break;
    node = next;
    offset = (next as Node).range?.[0] ?? offset;
  }
  return isMap(node) ? (node.range?.[0] ?? offset) : offset;
}
