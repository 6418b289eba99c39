import type { EngineRecord, Finding } from '../match/finding';
import type { Sink } from './sink';
import type { Writer } from './writer';

/** Findings and records as text, with line ends. */
export interface Form {
  finding(finding: Finding): string;
  record(record: EngineRecord): string;
}

/** Findings as text on a stream. */
export const streamSink = (writer: Writer, form: Form): Sink => ({
  finding: (finding) => writer.write(form.finding(finding)),
  record: (record) => writer.write(form.record(record)),
  flush: () => writer.flush(),
  end: () => writer.end(),
});
