import { existsSync, writeFileSync } from 'node:fs';
import { capture, findingNumbers, firing, header, jsonLines } from './capture';
import { temporaryDirectory } from './directory';
import { run, start } from './tracee_rules';

const path = temporaryDirectory();
/** A loop is found out by the CPU time that it gets, which is little where other tests run beside it. */
jest.setTimeout(120_000);

/** A signature on ptrace, whose handler is this text. */
function signature(name: string, id: string, handler: string): void {
  const meta = `{ id: '${id}', name: '${name}', title: 't', version: '1.0.0', severity: 'low', tactic: 'impact', technique: { id: 'T1485', name: 'n' }, description: 'd', misses: ['m'] }`;
  writeFileSync(
    path(`${name}.js`),
    `module.exports = class { meta = ${meta}; seen = 0; on = { ptrace: ${handler} }; }`,
  );
}

const replay = () => run(['--rules-dir', path('.'), '--rules', 'anti_debugging,ACME-1'], capture(5));

test.each([
  ['throws', '() => { throw new TypeError("not today"); }', /TypeError: not today at .*bad\.js:1:\d+/],
  ['throws something that is no error', '() => { throw "text"; }', /: text \(/],
  ['answers with a promise that fails', 'async () => { throw new Error("later"); }', /Error: later/],
  ['answers with data in a circle', '() => { const data = {}; data.data = data; return { data }; }', /RangeError/],
])(
  'a handler that %s: reported once, the findings of the others are whole, exit code 5',
  async (_, handler, expected) => {
    signature('bad', 'ACME-1', handler);
    const { status, stdout, stderr } = await replay();
    expect({ status, findings: findingNumbers(stdout) }).toEqual({ status: 5, findings: [0, 1, 2, 3, 4] });
    const errors = stderr.split('\n').filter((line) => line.includes('error:'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(
      /signature bad: failed on ptrace of victim \(host pid 4242, timestamp 1700000001000000000\)/,
    );
    expect(errors[0]).toMatch(expected);
    expect(stderr).toContain('warning: signature bad failed on 5 events');
  },
);

test('a handler that fails on some events finds on the others', async () => {
  signature('bad', 'ACME-1', '() => { if (this.seen++ < 3) throw new Error("no"); return {}; }');
  const { status, stdout } = await replay();
  expect(status).toBe(5);
  expect(stdout.split('\n').filter((line) => line.includes('"id":"ACME-1"'))).toHaveLength(2);
});

test('a timer that a signature leaves behind does not keep the process', async () => {
  signature('bad', 'ACME-1', '() => { setInterval(() => {}, 1000); }');
  expect(await replay()).toMatchObject({ status: 0 });
});

test.each([
  ['loops', '() => { for (;;) {} }'],
  ['loops in a regular expression', '() => { /^(a+)+$/.test("a".repeat(40) + "b"); }'],
  ['catches everything while it loops', '() => { for (;;) try { for (;;) {} } catch {} finally {} }'],
])('a handler that %s is found out, asked no more, and the others see every event once', async (_, handler) => {
  signature('bad', 'ACME-1', handler);
  const { status, stdout, stderr } = await replay();
  expect({ status, findings: findingNumbers(stdout) }).toEqual({ status: 5, findings: [0, 1, 2, 3, 4] });
  const records = stdout.split('\n').filter((line) => line.includes('"engine":{'));
  expect(records.map((line) => JSON.parse(line))).toEqual([
    {
      timestamp: expect.any(Number),
      engine: {
        kind: 'quarantined',
        signature: 'ACME-1',
        name: 'bad',
        message: 'not asked any more (stuck): it did not return within 3 s of CPU time',
      },
    },
  ]);
  expect(stderr).toContain('error: signature bad: not asked any more (stuck)');
  expect(stderr).toContain('5 events, 5 findings');
});

test('a handler that loops on the event that two chunks share', async () => {
  signature('bad', 'ACME-1', '() => { if (this.seen++ >= 2) for (;;) {} }');
  const bytes = capture(5);
  const { child, ended } = start(['--rules-dir', path('.'), '--rules', 'anti_debugging,ACME-1'], { stdin: 'pipe' });
  const cut = header().length + firing(3).length - 5;
  child.stdin?.write(bytes.subarray(0, cut));
  await new Promise((done) => setTimeout(done, 1000));
  child.stdin?.end(bytes.subarray(cut));
  const { status, stdout, stderr } = await ended;
  expect({ status, findings: findingNumbers(stdout) }).toEqual({ status: 5, findings: [0, 1, 2, 3, 4] });
  expect(stderr).toContain('5 events, 5 findings');
});

test('the same in JSON lines', async () => {
  signature('bad', 'ACME-1', '() => { if (this.seen++ >= 2) for (;;) {} }');
  const lines = `${jsonLines(capture(5)).join('\n')}\n`;
  const words = ['--input-format', 'json', '--rules-dir', path('.'), '--rules', 'anti_debugging,ACME-1'];
  const { status, stdout, stderr } = await run(words, lines);
  const found = stdout.split('\n').filter((line) => line.includes('"TRC-102"'));
  expect({ status, findings: found.length }).toEqual({ status: 5, findings: 5 });
  expect(stderr).toContain('error: signature bad: not asked any more (stuck)');
});

test('who waits for the CPU is not stuck', async () => {
  const marker = path('begun');
  // busy for half a second of CPU time, and stopped for four by the clock meanwhile
  const busy = `() => { this.seen++ || require('fs').writeFileSync('${marker}', ''); const { user } = process.cpuUsage(); while (process.cpuUsage().user - user < 500000); return {}; }`;
  signature('bad', 'ACME-1', busy);
  const { child, ended } = start(['--rules-dir', path('.'), '--rules', 'ACME-1'], { stdin: 'pipe' });
  child.stdin?.end(capture(1));
  while (!existsSync(marker)) await new Promise((done) => setTimeout(done, 10));
  child.kill('SIGSTOP');
  await new Promise((done) => setTimeout(done, 4000));
  child.kill('SIGCONT');
  const { status, stdout, stderr } = await ended;
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('stuck') });
  expect(stdout.split('\n').filter((line) => line.includes('"id":"ACME-1"'))).toHaveLength(1);
});
