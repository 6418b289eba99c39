import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { FrameWriter } from '@tracee/event-schema';
import { temporaryDirectory } from '../cli/directory';
import { run } from '../cli/tracee_rules';

const path = temporaryDirectory();
const tested = () => run(['test', path('.'), '--junit', path('report.xml')]);

test('a new signature passes its own test, and is found by the loader', async () => {
  expect(await run(['new', 'reads_shadow', path('.')])).toMatchObject({ status: 0 });
  expect(await tested()).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('ok   reads_shadow: fires 1, quiet 2'),
  });
  expect(readFileSync(path('report.xml'), 'utf8')).toContain('<testsuite name="reads_shadow" tests="6" failures="0">');
  const { stdout } = await run(['--rules-dir', path('.'), '--explain', 'ACME-1']);
  expect(stdout).toContain('openat: asked when\n    returnValue.ge(0)\n    args.pathname.eq("/etc/shadow")\n');
  expect(await run(['new', 'reads_shadow', path('.')])).toMatchObject({ status: 2 });
}, 120_000);

test('another new signature has another id, and two with one id fail', async () => {
  await run(['new', 'reads_shadow', path('.')]);
  await run(['new', 'reads_more', path('.')]);
  expect(readFileSync(path('reads_more.ts'), 'utf8')).toContain("id: 'ACME-2'");
  expect(await tested()).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('2 signatures, 12 tests, 0 failed'),
  });
  const text = readFileSync(path('reads_more.ts'), 'utf8');
  writeFileSync(path('reads_more.ts'), text.replace('ACME-2', 'ACME-1'));
  const { status, stdout } = await tested();
  expect(status).toBe(1);
  expect(stdout).toMatch(/has an id and a name of its own: load signatures: ACME-1: in \S+ and in \S+ \(give one/);
}, 120_000);

test('a case that does not do what it says fails, with the reason in both reports', async () => {
  await run(['new', 'reads_shadow', path('.')]);
  const file = path('reads_shadow.test.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace('/etc/passwd', '/etc/shadow'));
  const { status, stdout } = await tested();
  expect({ status, failed: stdout.includes('quiet: another file: fires, with data') }).toEqual({
    status: 1,
    failed: true,
  });
  expect(readFileSync(path('report.xml'), 'utf8')).toContain('<failure message="fires, with data {&#34;pathname');
});

test.each([
  ['without a test', '', /has a test: reads_shadow\.test\.ts is not there/],
  ['without a case that fires', 'fires: []', /has a case that fires/],
])('a signature %s fails', async (_, fires, expected) => {
  await run(['new', 'reads_shadow', path('.')]);
  const file = path('reads_shadow.test.ts');
  const text = readFileSync(file, 'utf8').replace(/fires: \[.*\]/, fires);
  if (fires === '') writeFileSync(path('reads_shadow.test.txt'), text);
  writeFileSync(file, fires === '' ? '' : text);
  if (fires === '') await import('node:fs').then(({ rmSync }) => rmSync(file));
  const { status, stdout } = await tested();
  expect(status).toBe(1);
  expect(stdout).toMatch(expected);
});

test('recordings: an attack must be found by the signature of its name, in what is benign nothing may be found', async () => {
  await run(['new', 'reads_shadow', path('.')]);
  const capture = (pathname: string) => {
    const counts = { produced: 1n, delivered: 1n, lost: 0n };
    return new FrameWriter()
      .header()
      .event({ eventName: 'openat', args: { pathname }, returnValue: 3n, processName: 'cat' })
      .end({ ...counts, reason: 'stopped', duration: 1n })
      .take();
  };
  for (const kind of ['attacks', 'benign']) mkdirSync(path(`recorded/${kind}`), { recursive: true });
  writeFileSync(path('recorded/attacks/reads_shadow.frames'), capture('/etc/shadow'));
  writeFileSync(path('recorded/benign/one.frames.gz'), gzipSync(capture('/etc/passwd')));
  const recorded = () => run(['test', path('.'), '--recordings', path('recorded')]);
  expect(await recorded()).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/ok {3}reads_shadow: fires 1, quiet 2, recorded 1\nok {3}recordings: recorded 1\n/),
  });
  writeFileSync(path('recorded/attacks/reads_shadow.frames'), capture('/etc/passwd'));
  writeFileSync(path('recorded/benign/one.frames.gz'), gzipSync(capture('/etc/shadow')));
  expect(await recorded()).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(
      /attacks: reads_shadow\.frames: not found \(found: nothing\)[\s\S]*benign: one\.frames\.gz: 1 finding:\n *reads_shadow: openat of cat/,
    ),
  });
}, 120_000);

test('types: what does not fit the published ones is said with file and line, by check, by test and at the start', async () => {
  await run(['new', 'reads_shadow', path('.')]);
  expect(await run(['check', path('.')])).toMatchObject({ status: 0, stdout: '2 files, 0 problems\n' });
  const file = path('reads_shadow.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace('ge(0n)', 'ge(0)'));
  const problem = /reads_shadow\.ts:18:57: Argument of type 'number' is not assignable to parameter of type 'bigint'/;
  expect(await run(['check', path('.')])).toMatchObject({ status: 4, stdout: expect.stringMatching(problem) });
  const { status, stdout } = await tested();
  expect(status).toBe(1);
  expect(stdout).toMatch(new RegExp(`FAIL reads_shadow: fires 1, quiet 2\\n *types: .*${problem.source}`));
  expect(await run(['--rules-dir', path('.'), '--list'])).toMatchObject({
    status: 4,
    stderr: expect.stringMatching(problem),
  });
  expect(await run(['--rules-dir', path('.'), '--no-check-types', '--list'])).toMatchObject({ status: 0 });
}, 300_000);

test.each([[['new']], [['check', 'a', 'b']], [['new', 'Not-A-Name']], [['test', 'a', 'b']]])(
  'a wrong command line: %j',
  async (words) => {
    expect(await run(words)).toMatchObject({ status: 2 });
  },
);
