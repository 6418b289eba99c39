import { closeSync, openSync, writeFileSync } from 'node:fs';
import { FrameWriter } from '@tracee/event-schema';
import { event } from '../../src/index';
import { capture, end, findingNumbers, firing, header } from './capture';
import { temporaryDirectory } from './directory';
import { run, start } from './tracee_rules';

const path = temporaryDirectory();

const file = (bytes: Uint8Array | string): string => {
  writeFileSync(path('run.frames'), bytes);
  return path('run.frames');
};

test('a capture gives its findings, and the same bytes by every way in', async () => {
  const bytes = capture(3000);
  const name = file(bytes);
  const byPath = await run(['--input', name]);
  expect(byPath.status).toBe(0);
  expect(findingNumbers(byPath.stdout)).toEqual(Array.from({ length: 3000 }, (_, i) => i));
  expect(byPath.stderr).toMatch(/^tracee-rules: 3,000 events, 3,000 findings, 0 lost, \d+\.\d s$/m);
  const fd = openSync(name, 'r');
  const ways = [run(['--input', name]), run([], bytes), run(['--input', '-'], bytes), start([], { stdin: fd }).ended];
  for (const { status, stdout } of await Promise.all(ways)) {
    expect(status).toBe(0);
    expect(stdout === byPath.stdout).toBe(true);
  }
  closeSync(fd);
});

test('pretty output, plain when it is no terminal', async () => {
  const { stdout } = await run(['--input', file(capture(1)), '--output', 'pretty']);
  expect(stdout).toBe(
    [
      "2023-11-14 22:13:21.000000Z LOW TRC-102 Process made itself its parent's tracee",
      '    process  victim, pid 7 (host 4242), uid 1000',
      '    event    ptrace, returned 0',
      '',
    ].join('\n'),
  );
});

test('only the selected signatures look', async () => {
  const { status, stdout, stderr } = await run(['--input', file(capture(5)), '--rules', 'TRC-105']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toContain('5 events, 0 findings');
});

test('lost events are in the last line, as a warning that --quiet leaves', async () => {
  const { stderr } = await run(['--quiet', '--input', file(Buffer.concat([header(), firing(2), end(2, 12_345)]))]);
  expect(stderr).toMatch(/^tracee-rules: warning: 2 events, 2 findings, 12,345 lost, \d+\.\d s\n$/);
});

test('loss that no totals tell of is counted from the loss records', async () => {
  const loss = (count: bigint) =>
    new FrameWriter()
      .loss({ timestamp: 1n, cpu: 0, reason: 'ringFull', eventId: 101, count, firstTimestamp: 0n, lastTimestamp: 1n })
      .take();
  const { stderr } = await run(['--input', file(Buffer.concat([header(), loss(4n), loss(6n)]))]);
  expect(stderr).toContain('0 findings, 10 lost');
});

test('--quiet says nothing when nothing is wrong', async () => {
  expect((await run(['--quiet', '--input', file(capture(1))])).stderr).toBe('');
});

test('a stream without an event that is needed: who sees nothing, and what to do', async () => {
  const events = [{ id: 101, name: 'ptrace', args: [] }];
  const { status, stderr } = await run([
    '--rules',
    'TRC-103,TRC-105,TRC-1016,TRC-1025',
    '--input',
    file(Buffer.concat([new FrameWriter().header({ events }).take(), end(0)])),
  ]);
  expect(status).toBe(0);
  expect(stderr).toContain(
    'warning: events not traced: sched_process_exec, process_vm_writev; 3 of 4 signatures see nothing (fileless_execution, illegitimate_shell, process_vm_write_inject) (tracee-collect --trace event=$(tracee-rules --list-events))',
  );
});

test('captures one behind the other', async () => {
  const { status, stdout, stderr } = await run([
    '--input',
    file(Buffer.concat([header(), firing(2), end(2, 5), header(), firing(3), end(3, 7)])),
  ]);
  expect(status).toBe(0);
  expect(findingNumbers(stdout)).toEqual([0, 1, 0, 1, 2]);
  expect(stderr).toContain('5 events, 5 findings, 12 lost');
});

test('an event of another process name and text that is not UTF-8 survives to the finding', async () => {
  const writer = new FrameWriter()
    .header()
    .event(event('sched_process_exec', { pathname: 'memfd:\udcfe\udcff' }, { processName: 'é' }));
  const { stdout } = await run(['--input', file(Buffer.concat([writer.take(), end(1)]))]);
  expect(stdout).toContain('"data":{"pathname":"memfd:\\udcfe\\udcff"}');
  expect(JSON.parse(stdout).event.processName).toBe('é');
});
