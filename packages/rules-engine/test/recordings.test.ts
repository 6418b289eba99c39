import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runRecordings } from '../src/author/run_recordings';
import { shippedSignatures } from '../src/load/discover';

jest.setTimeout(120_000);

const recordings = resolve(__dirname, '../../../recordings');
const filesOf = (kind: string) => (existsSync(join(recordings, kind)) ? readdirSync(join(recordings, kind)) : []);

test('what was recorded of attacks is found, each by the signature of its name; in what is benign, nothing', async () => {
  const outcomes = await runRecordings(shippedSignatures, recordings);
  expect(outcomes.filter(({ problem }) => problem !== undefined)).toEqual([]);
  // a recording of a signature that has another name now would not be looked at
  const replayed = outcomes.map(({ name }) => name);
  expect(replayed).toEqual(['attacks', 'benign'].flatMap((kind) => filesOf(kind).map((file) => `${kind}: ${file}`)));
  expect(filesOf('attacks').length).toBeGreaterThanOrEqual(48);
  expect(filesOf('benign').length).toBeGreaterThanOrEqual(5);
});
