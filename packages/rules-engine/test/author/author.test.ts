import { readFileSync, writeFileSync } from 'node:fs';
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
  expect(readFileSync(path('report.xml'), 'utf8')).toContain('<testsuite name="reads_shadow" tests="5" failures="0">');
  const { stdout } = await run(['--rules-dir', path('.'), '--explain', 'ACME-1']);
  expect(stdout).toContain('openat: asked when all(returnValue.ge(0), args.pathname.eq("/etc/shadow"))');
  expect(await run(['new', 'reads_shadow', path('.')])).toMatchObject({ status: 2 });
});

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

test.each([[['new']], [['new', 'Not-A-Name']], [['test', 'a', 'b']]])('a wrong command line: %j', async (words) => {
  expect(await run(words)).toMatchObject({ status: 2 });
});
