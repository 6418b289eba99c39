import { FrameError, FrameReader, TraceeJsonReader } from '../../src';

const line = (pid: number, name = 'ptrace') =>
  `{"eventName":"${name}","hostProcessId":${pid},"args":[{"name":"request","value":0}]}`;

const read = (chunks: readonly (string | Buffer)[], finish = true) => {
  const pids: number[] = [];
  const json = new TraceeJsonReader(new FrameReader({ event: (event) => pids.push(event.hostProcessId) }));
  let error: unknown;
  try {
    for (const chunk of chunks) json.push(Buffer.from(chunk as string));
    if (finish) json.finish();
  } catch (thrown) {
    error = thrown;
  }
  return { pids, error, json };
};

describe('JSON lines', () => {
  const text = `${line(1)}\n\n  ${line(2)}\r\n${line(3)}`;

  test('each line is an event; empty ones are nothing, the last needs no line feed', () => {
    const { pids, error } = read([text]);
    expect(error).toBeUndefined();
    expect(pids).toEqual([1, 2, 3]);
  });

  test('a border at any byte changes nothing', () => {
    const bytes = Buffer.from(text);
    for (let at = 0; at <= bytes.length; at++)
      expect(read([bytes.subarray(0, at), bytes.subarray(at)]).pids).toEqual([1, 2, 3]);
  });

  test('only the given length of a chunk is read', () => {
    const pids: number[] = [];
    const json = new TraceeJsonReader(new FrameReader({ event: (event) => pids.push(event.hostProcessId) }));
    const chunk = Buffer.from(`${line(1)}\n${line(2)}\n`);
    json.push(chunk, line(1).length + 1);
    json.finish();
    expect(pids).toEqual([1]);
  });

  test('an empty input is no error', () => {
    expect(read([]).error).toBeUndefined();
  });

  test('unknown events and unreadable arguments are counted', () => {
    const { pids, json } = read([
      `${line(1, 'no_such_event')}\n${line(2)}\n{"eventName":"ptrace","args":[{"name":"pid","value":"x"}]}\n`,
    ]);
    expect(pids).toEqual([2, 0]);
    expect([json.unknownEvents, json.unreadableArguments]).toEqual([1, 1]);
  });

  test.each([
    ['is not JSON', 'oops', /^read frame: offset \d+: line 3: .*JSON/],
    ['is no event', '{"a":1}', /line 3: not an object with an eventName \(/],
    [
      'has a value too long to write',
      `{"eventName":"chdir","args":[{"name":"path","value":"${'x'.repeat(65536)}"}]}`,
      /line 3: write event: chdir\.path: value: 65536 bytes/,
    ],
  ])('a line that %s: every line before is delivered, then one error that names it', (_, bad, message) => {
    const before = `${line(1)}\n${line(2)}\n`;
    const { pids, error, json } = read([`${before}${bad}\n${line(4)}\n`]);
    expect(pids).toEqual([1, 2]);
    expect(error).toBeInstanceOf(FrameError);
    expect(error).toMatchObject({ code: 'bad-json', offset: before.length, message: expect.stringMatching(message) });
    expect(() => json.push(Buffer.from(line(5)))).toThrow(error as Error);
    expect(() => json.finish()).toThrow(error as Error);
    expect(pids).toEqual([1, 2]);
  });

  test('a line without an end is refused before it fills the memory', () => {
    const chunk = Buffer.alloc(1 << 20, 0x78);
    const { error } = read(new Array<Buffer>(17).fill(chunk), false);
    expect(error).toMatchObject({ code: 'bad-json', offset: 0 });
  });
});
