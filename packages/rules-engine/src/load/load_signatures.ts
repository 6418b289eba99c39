import { RulesError } from '../exit_codes';
import type { Signature } from '../signature/signature';
import { typeProblems } from './check_types';
import { isTypeScript, type RuleSet, ruleSets, signatureFiles } from './discover';
import { loadSignature } from './load_signature';

export interface Selection {
  /** Of the shipped signatures; the current ones when left out. */
  readonly sets?: readonly RuleSet[];
  /** Directories beside the shipped signatures. */
  readonly directories: readonly string[];
  /** Ids or names; empty for every signature. */
  readonly only: readonly string[];
  /** TypeScript is checked against the published types, when a compiler is installed. */
  readonly checkTypes?: boolean;
  /** What loads a file; a new signature each time when left out. */
  readonly load?: (file: string) => Promise<Signature>;
}

/** Every signature asked for, by id. Everything that is wrong is said at once, so that one start shows it all. */
export async function loadSignatures({
  sets = ['current'],
  directories,
  only,
  checkTypes = false,
  load = (file) => loadSignature(file),
}: Selection): Promise<Signature[]> {
  const files = [...sets.map((name) => ruleSets[name]), ...directories].flatMap(signatureFiles);
  const mistakes = checkTypes ? Promise.all(directories.map(typeMistakes)) : [];
  const outcomes = await Promise.allSettled(files.map(load));
  const problems = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [(outcome.reason as Error).message] : [],
  );
  const loaded = outcomes.flatMap((outcome, at) =>
    outcome.status === 'fulfilled' ? [{ file: files[at] ?? '', signature: outcome.value }] : [],
  );
  problems.push(...duplicates(loaded).map(({ text }) => text), ...(await mistakes).flat());
  if (problems.length > 0) throw new RulesError('signatures', problems.join('\n'));
  return select(
    loaded.map(({ signature }) => signature),
    only,
  ).sort((a, b) => byNumber.compare(a.meta.id, b.meta.id));
}

async function typeMistakes(directory: string): Promise<string[]> {
  const problems = await typeProblems(directory, signatureFiles(directory).filter(isTypeScript));
  return (problems ?? []).map(({ text }) => `check types: ${text}`);
}

/** TRC-103 before TRC-1016. */
const byNumber = new Intl.Collator('en', { numeric: true });

export interface Loaded {
  readonly file: string;
  readonly signature: Signature;
}

/** Ids and names that an earlier file has: the later file, and what to say. */
export function duplicates(loaded: readonly Loaded[]): { file: string; text: string }[] {
  const owner = new Map<string, string>();
  return loaded.flatMap(({ file, signature: { meta } }) =>
    [meta.id, meta.name].flatMap((key) => {
      const other = owner.get(key);
      owner.set(key, other ?? file);
      return other === undefined
        ? []
        : [
            {
              file,
              text: `load signatures: ${key}: in ${other} and in ${file} (give one of them another id and name)`,
            },
          ];
    }),
  );
}

function select(signatures: readonly Signature[], only: readonly string[]): Signature[] {
  const unknown = only.filter((wanted) => !signatures.some((signature) => isNamed(signature, wanted)));
  if (unknown.length > 0) {
    throw new RulesError(
      'usage',
      `select signatures: ${unknown.join(', ')}: no signature with this id or name (tracee-rules --list shows them)`,
    );
  }
  return signatures.filter((signature) => only.length === 0 || only.some((wanted) => isNamed(signature, wanted)));
}

const isNamed = ({ meta }: Signature, wanted: string) => meta.id === wanted || meta.name === wanted;

/** The signature of an id or name. */
export const find = (signatures: readonly Signature[], wanted: string): Signature =>
  select(signatures, [wanted])[0] as Signature;
