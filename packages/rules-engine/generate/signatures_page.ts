import { loadSignatures, type Signature } from '../src/index';

const head = `# Signatures

Written by \`npm run generate\` from the classes in \`packages/rules-engine/signatures\`. Severity, technique of MITRE ATT&CK and events are those of each class; what a signature misses is as much a part of it as what it finds.
`;

const classicHead = `# The classic set

TRC-1 to TRC-16, as the first releases of Tracee had them, with their known faults mended: off unless \`--rules-set classic\` asks for them (alone, or beside the others with \`--rules-set current,classic\`). They look at what parse-arguments shows.
`;

/** docs/signatures.md. */
export async function signaturesPageOfAll(): Promise<string> {
  const of = (set: 'current' | 'classic') => loadSignatures({ sets: [set], directories: [], only: [] });
  const classic = await of('classic');
  return [signaturesPage(await of('current')), classicHead, overview(classic), ...classic.map(section)].join('\n');
}

/** An overview by id, then a section for each signature. */
export const signaturesPage = (signatures: readonly Signature[]): string =>
  [head, overview(signatures), ...signatures.map(section)].join('\n');

function overview(signatures: readonly Signature[]): string {
  const rows = signatures.map(
    ({ meta }) =>
      `| ${meta.id} | [${meta.name}](#${meta.name}) | ${meta.severity} | ${meta.tactic} | ${meta.technique.id} | ${inTable(meta.title)} |`,
  );
  return `${['| Id | Name | Severity | Tactic | Technique | What was seen |', '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n')}\n`;
}

const inTable = (text: string) => text.replaceAll('|', '\\|');

const section = ({ meta, on }: Signature): string => `## ${meta.name}

${meta.id}, ${meta.severity}, ${meta.tactic}: ${meta.technique.name} (${meta.technique.id}). Events: ${Object.keys(on)
  .sort()
  .map((name) => `\`${name}\``)
  .join(', ')}.

${meta.description}

Misses:

${meta.misses.map((gap) => `- ${gap}`).join('\n')}
`;
