import type { Sink } from '../output/sink';
import { holdBacks } from './hold_back';
import { Suppression } from './suppression';
import type { SuppressionFile } from './suppression_file';

/** A sink before the sink: what is suppressed, repeated or too much does not come through. */
export function reduced(file: SuppressionFile, sink: Sink): Sink & { suppression: Suppression } {
  const suppression = new Suppression(file.suppress);
  const stages = holdBacks(file, (record) => sink.record(record));
  return {
    suppression,
    finding: (finding) => {
      if (!suppression.suppresses(finding) && !stages.some((stage) => stage.holds(finding))) sink.finding(finding);
    },
    record: (record) => sink.record(record),
    flush: () => sink.flush(),
    end: () => {
      for (const stage of stages) stage.end();
      return sink.end();
    },
  };
}
