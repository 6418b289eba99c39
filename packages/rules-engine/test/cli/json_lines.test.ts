import { writeFileSync } from 'node:fs';
import { capture, jsonLines } from './capture';
import { temporaryDirectory } from './directory';
import { run } from './tracee_rules';

const path = temporaryDirectory();
const read = (text: string, ...words: string[]) => run(['--input-format', 'json', ...words], text);

test('events as toJson writes them give the findings of the frames', async () => {
  const lines = jsonLines(capture(3));
  const fromFrames = await run(['--quiet'], capture(3));
  const fromLines = await read(`${lines.join('\n')}\n`, '--quiet');
  expect(fromLines).toMatchObject({ status: 0, stderr: '' });
  const events = ({ stdout }: { stdout: string }) =>
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const facts = (finding: {
    timestamp: number;
    signature: object;
    event: { hostProcessId: number; processName: string; args: object };
  }) => [
    finding.timestamp,
    finding.signature,
    finding.event.hostProcessId,
    finding.event.processName,
    finding.event.args,
  ];
  expect(events(fromLines)).toHaveLength(3);
  expect(events(fromLines).map(facts)).toEqual(events(fromFrames).map(facts));
});

test('what Tracee writes: fields missing, numbers in quotes, nested container', async () => {
  const lines = [
    '{"eventName":"ptrace","args":[{"name":"request","type":"long","value":"0"}]}',
    '{"timestamp":1700000000123456789,"eventName":"sched_process_exec","processName":"x","hostProcessId":12,"containerId":"abc","contextFlags":{"containerStarted":true},"args":[{"name":"pathname","type":"const char*","value":"/dev/shm/x"}]}',
    '',
    '{"eventName":"process_vm_writev","processId":5,"args":[{"name":"pid","type":"int","value":6}]}',
  ];
  const { status, stdout } = await read(lines.join('\n'));
  expect(status).toBe(0);
  const findings = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(findings.map(({ signature }) => signature.name)).toEqual([
    'anti_debugging',
    'fileless_execution',
    'process_vm_write_inject',
  ]);
  expect(stdout).toContain('{"timestamp":1700000000123456789,');
  expect(findings[1].event).toMatchObject({ containerId: 'abc', contextFlags: { containerStarted: true } });
  expect(findings[2].data).toEqual({ target_pid: 6 });
});

test('arguments in the parsed form that Tracee can write', async () => {
  const { stdout } = await read(
    '{"eventName":"ptrace","args":[{"name":"request","value":"PTRACE_POKETEXT"},{"name":"pid","value":9}]}\n',
  );
  expect(JSON.parse(stdout).data).toEqual({ request: 'PTRACE_POKETEXT', target_pid: 9 });
});

test('an argument that is missing is no reason to fire', async () => {
  expect((await read('{"eventName":"process_vm_writev","processId":5,"args":[]}\n')).stdout).toBe('');
});

test('a file', async () => {
  writeFileSync(path('events.jsonl'), `${jsonLines(capture(2)).join('\n')}\n`);
  const { status, stderr } = await run(['--input', path('events.jsonl'), '--input-format', 'json']);
  expect(status).toBe(0);
  expect(stderr).toContain('2 events, 2 findings');
});

test('what cannot be seen is said: unknown events, arguments in parsed form', async () => {
  const { status, stdout, stderr } = await read(
    '{"eventName":"not_ours"}\n{"eventName":"ptrace","args":[{"name":"request","value":"PTRACE_MAKE_COFFEE"}]}\n',
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toMatch(/warning: .*1 events of names that this version does not know/);
  expect(stderr).toMatch(/warning: .*1 arguments that cannot be read as their type/);
});

test('a line that is not an event: findings before it, line and offset, exit code 3', async () => {
  const [good = ''] = jsonLines(capture(1));
  const { status, stdout, stderr } = await read(`${good}\nnonsense\n${good}\n`, '--quiet');
  expect(status).toBe(3);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(`standard input: read frame: offset ${Buffer.byteLength(good) + 1}: line 2: `);
});

test('frames given as JSON', async () => {
  const { status, stderr } = await run(['--input-format', 'json'], capture(1));
  expect(status).toBe(3);
  expect(stderr).toContain('a frame of tracee-collect (leave out --input-format json)');
});
