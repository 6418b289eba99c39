import type { Paint } from '../output/colour';
import { severityColours } from '../output/colour';
import type { Signature } from '../signature/signature';

const head = ['ID', 'NAME', 'VERSION', 'SEVERITY', 'TECHNIQUE', 'EVENTS'] as const;

/** --list: a line a signature. */
export function signatureTable(signatures: readonly Signature[], paint: Paint): string {
  const rows = signatures.map(({ meta, on }) => [
    meta.id,
    meta.name,
    meta.version,
    meta.severity,
    meta.technique.id,
    Object.keys(on).join(','),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const cells = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  const body = signatures.map(({ meta }, at) => {
    const row = cells(rows[at] ?? []);
    row[3] = paint(severityColours[meta.severity], row[3] ?? '');
    return row.join('  ').trimEnd();
  });
  return `${[paint('bold', cells(head).join('  ').trimEnd()), ...body].join('\n')}\n`;
}

/** --list --output json: everything that is known of a signature, a line each. */
export const signatureLines = (signatures: readonly Signature[]): string =>
  signatures.map(({ meta, on }) => `${JSON.stringify({ ...meta, events: Object.keys(on) })}\n`).join('');
