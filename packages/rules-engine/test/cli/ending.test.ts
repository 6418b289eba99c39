import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { capture, end, findingNumbers, firing, header } from './capture';
import { temporaryDirectory } from './directory';
import { start } from './tracee_rules';

const path = temporaryDirectory();
const fifo = (): string => {
  execFileSync('mkfifo', [path('pipe')]);
  return path('pipe');
};
const summary = /tracee-rules: \d+ events?, \d+ findings?, 0 lost, \d+\.\d s\n$/;

test.each(['SIGINT', 'SIGTERM'] as const)('%s before any writer ends at once, with the last line', async (signal) => {
  const { child, seen, ended } = start(['--input', fifo()]);
  await seen(/ready/);
  const asked = Date.now();
  child.kill(signal);
  const { status, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr).toMatch(summary);
  expect(Date.now() - asked).toBeLessThan(1500);
});

test('SIGINT waits for what a live writer still sends', async () => {
  const { child, seen, ended } = start(['--input', fifo()]);
  const writer = await open(path('pipe'), 'w');
  await writer.write(Buffer.concat([header(), firing(1)]));
  await seen(/"timestamp"/);
  child.kill('SIGINT');
  await new Promise((done) => setTimeout(done, 200));
  await writer.write(Buffer.concat([firing(1, 1), end(2)]));
  await writer.close();
  const { status, stdout, stderr } = await ended;
  expect({ status, findings: findingNumbers(stdout) }).toEqual({ status: 0, findings: [0, 1] });
  expect(stderr).toMatch(summary);
  expect(stderr).not.toMatch(/error|warning/);
});

test.each([1, 2])('a writer that does not end: %i signals', async (signals) => {
  const { child, seen, ended } = start(['--input', fifo()]);
  const writer = await open(path('pipe'), 'w');
  await writer.write(Buffer.concat([header(), firing(1)]));
  await seen(/"timestamp"/);
  const asked = Date.now();
  child.kill('SIGINT');
  if (signals === 2) {
    await new Promise((done) => setTimeout(done, 200));
    child.kill('SIGINT');
  }
  const { status, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr).toMatch(summary);
  expect(Date.now() - asked).toBeLessThan(signals === 2 ? 1500 : 5000);
  await writer.close();
});

test('a signal stops a long replay', async () => {
  writeFileSync(path('run.frames'), Buffer.concat([header(), ...new Array(400).fill(firing(1000)), end(400_000)]));
  const { child, seen, ended } = start(['--input', path('run.frames'), '--rules', 'TRC-102']);
  await seen(/"timestamp"/);
  child.kill('SIGTERM');
  const { status, stdout, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr).toMatch(/tracee-rules: [\d,]+ events, [\d,]+ findings, 0 lost/);
  const lines = stdout.split('\n').length - 1;
  expect(lines).toBeGreaterThan(0);
  expect(lines).toBeLessThan(400_000);
  expect(stdout.endsWith('\n')).toBe(true);
});

test('a reader of the findings that goes away ends it quietly', async () => {
  writeFileSync(path('run.frames'), capture(50_000));
  const words = `${process.execPath} ${resolve(__dirname, '../../bin/tracee-rules')} --quiet --input ${path('run.frames')}`;
  const text = execFileSync(
    'bash',
    ['-c', `${words} 2>${path('errors')} | head -n 1; echo "status \${PIPESTATUS[0]}"; cat ${path('errors')}`],
    { encoding: 'utf8' },
  );
  const [line = '', ...rest] = text.split('\n');
  expect(JSON.parse(line).signature.id).toBe('TRC-102');
  expect(rest).toEqual(['status 0', '']);
});

test('findings that cannot be written are an error', async () => {
  writeFileSync(path('run.frames'), capture(10));
  const words = `${process.execPath} ${resolve(__dirname, '../../bin/tracee-rules')} --input ${path('run.frames')}`;
  const text = execFileSync('bash', ['-c', `${words} 2>&1 >/dev/full; echo "status $?"`], { encoding: 'utf8' });
  expect(text).toMatch(/error: write findings: standard output: .*(ENOSPC|no space)/i);
  expect(text).toMatch(/status 1\n$/);
});

test('a reader of the findings that is slow loses none', async () => {
  writeFileSync(path('run.frames'), capture(5000));
  const words = `${process.execPath} ${resolve(__dirname, '../../bin/tracee-rules')} --quiet --input ${path('run.frames')}`;
  const text = execFileSync('bash', ['-c', `${words} | (sleep 1; cat)`], { encoding: 'utf8', maxBuffer: 1 << 26 });
  expect(findingNumbers(text)).toHaveLength(5000);
});
