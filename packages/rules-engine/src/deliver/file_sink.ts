import type { Sink } from '../output/sink';
import type { Form } from '../output/stream_sink';
import type { RotatingFile } from './file';

/** Findings in a file: gathered while a chunk is matched, then written at once. */
export function fileSink(file: RotatingFile, form: Form, failed: (error: Error) => void): Sink {
  let texts: string[] = [];
  const write = () => {
    const pending = texts;
    texts = [];
    try {
      if (pending.length > 0) file.write(pending.join(''));
    } catch (error) {
      failed(error as Error);
    }
  };
  return {
    finding: (finding) => void texts.push(form.finding(finding)),
    record: (record) => void texts.push(form.record(record)),
    flush: () => {
      write();
      return undefined;
    },
    end: async () => {
      write();
      file.close();
    },
  };
}
