import { parseOutputs } from '../../src/output/choice';

describe('the output', () => {
  it.each([
    [[], false, { form: 'frames', execEnv: false }],
    [[], true, { form: 'table', execEnv: false }],
    [['exec-env'], true, { form: 'table', execEnv: true }],
    [['option:exec-env', 'json'], true, { form: 'json', execEnv: true }],
    [['format:json'], false, { form: 'json', execEnv: false }],
    [['table'], false, { form: 'table', execEnv: false }],
    [['frames'], false, { form: 'frames', execEnv: false }],
    [['frames=/run/pipe'], true, { form: 'frames', path: '/run/pipe', execEnv: false }],
    [['frames=a=b'], true, { form: 'frames', path: 'a=b', execEnv: false }],
    [['frames=file:run'], true, { form: 'frames', path: 'run', kind: 'file', execEnv: false }],
    [['frames=fifo:run.frames'], true, { form: 'frames', path: 'run.frames', kind: 'fifo', execEnv: false }],
  ])('%j (terminal: %j)', (values, toTerminal, choice) => expect(parseOutputs(values, toTerminal)).toEqual(choice));

  it.each([
    [['jsno'], 'no output "jsno" (did you mean "json"?)'],
    [['gob'], 'outputs: frames, table, json, frames=PATH, exec-env'],
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
