import { writeFileSync } from 'node:fs';
import { after } from 'node:test';
import type { Account } from './numbered';

/** A row of docs/reliability.md. */
interface Row {
  readonly fault: string;
  readonly outcome: string;
  readonly sent: number;
  readonly delivered: number;
  /** Told in the stream, by event and reason. */
  readonly lost: number;
}

const rows: Row[] = [];

export const note = (fault: string, outcome: string, sent: number, account: Account) =>
  rows.push({ fault, outcome, sent, delivered: account.distinct, lost: Number(account.lost) });

after(() => {
  if (process.env.FAULT_MATRIX !== undefined) writeFileSync(process.env.FAULT_MATRIX, JSON.stringify(rows));
});
