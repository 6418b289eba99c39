import { parseOutputs } from '../../src/output/choice';

describe('the output', () => {
  it.each([
    [[], false, { form: 'frames', execEnv: false, sortEvents: false }],
    [[], true, { form: 'table', execEnv: false, sortEvents: false }],
    [['exec-env'], true, { form: 'table', execEnv: true, sortEvents: false }],
    [['option:exec-env', 'json'], true, { form: 'json', execEnv: true, sortEvents: false }],
    [['format:json'], false, { form: 'json', execEnv: false, sortEvents: false }],
    [['table'], false, { form: 'table', execEnv: false, sortEvents: false }],
    [['frames'], false, { form: 'frames', execEnv: false, sortEvents: false }],
    [['frames=/run/pipe'], true, { form: 'frames', path: '/run/pipe', execEnv: false, sortEvents: false }],
    [['frames=a=b'], true, { form: 'frames', path: 'a=b', execEnv: false, sortEvents: false }],
    [['frames=file:run'], true, { form: 'frames', path: 'run', kind: 'file', execEnv: false, sortEvents: false }],
    [
      ['frames=fifo:run.frames'],
      true,
      { form: 'frames', path: 'run.frames', kind: 'fifo', execEnv: false, sortEvents: false },
    ],
  ])('%j (terminal: %j)', (values, toTerminal, choice) => expect(parseOutputs(values, toTerminal)).toEqual(choice));

  it.each([
    [['jsno'], 'no output "jsno" (did you mean "json"?)'],
    [['gob'], 'outputs: frames, table, json, frames=PATH, exec-env, sort-events'],
    [['json', 'table'], '"table": a second destination'],
    [['json=x'], 'json goes to standard output'],
    [['frames='], 'no path after "="'],
    [['frames=fifo:'], 'no path after "="'],
    [['frames'], 'standard output is a terminal'],
  ])('%j: %s', (values, found) => {
    expect(() => parseOutputs(values, true)).toThrow(found);
    expect(() => parseOutputs(values, true)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
