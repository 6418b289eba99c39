import { writeFileSync } from 'node:fs';
import { FrameWriter } from '@tracee/event-schema';
import { event } from '../../src/index';
import { temporaryDirectory } from './directory';
import { run } from './tracee_rules';

const path = temporaryDirectory();

/** Findings of a run over these events, in a file. */
async function findings(...events: ReturnType<typeof event>[]): Promise<string> {
  const writer = new FrameWriter().header();
  for (const one of events) writer.event(one);
  writer.end({ produced: 1n, delivered: 1n, lost: 0n, reason: 'stopped', duration: 1n });
  writeFileSync(path('found.json'), (await run(['--output', 'json'], writer.take())).stdout);
  return path('found.json');
}

test('a finding: the event, each condition with the value it met, data and ancestors', async () => {
  const nginx = { hostProcessId: 10, processStartTime: 5n, processName: 'nginx', executablePath: '/usr/sbin/nginx' };
  const file = await findings(
    event('sched_process_fork', { parent_pid: 10, child_pid: 11, child_tid: 11, start_time: 7n }, nginx),
    event(
      'sched_process_exec',
      { pathname: '/usr/bin/dash', prev_comm: 'nginx' },
      { hostProcessId: 11, processStartTime: 7n, processName: 'sh', hostParentProcessId: 10, userId: 33 },
    ),
  );
  const { status, stdout } = await run(['--explain', file]);
  expect(status).toBe(0);
  const [shell = ''] = stdout.split(/^(?=TTS-2030)/m);
  expect(shell).toMatch(
    /^TRC-1016 illegitimate_shell [^\n]*\n\nOn:\n {2}sched_process_exec of sh, process 11 \(parent 10\), user 33\n/,
  );
  expect(shell).toContain('    pathname = "/usr/bin/dash"\n');
  expect(shell).toMatch(
    /It fired as:\n {2}\+ args\.prev_comm\.oneOf\("nginx", .*\) {2}is "nginx"\n {2}\+ processName\.oneOf\("ash", .*\) {2}is "sh"\n {2}and its code said so\n/,
  );
  expect(shell).toMatch(/It found:\n(.*\n)*? {2}server = "nginx"\n/);
  expect(shell).toContain('Ancestors:\n  10 nginx /usr/sbin/nginx\n');
});

test('conditions: what each asked, and the value that it met', async () => {
  await run(['new', 'reads_shadow', path('rules')]);
  const options = ['--rules-dir', path('rules'), '--rules', 'ACME-1'];
  const writer = new FrameWriter()
    .header()
    .event(event('openat', { pathname: '/etc/shadow' }, { returnValue: 3n }))
    .end({ produced: 1n, delivered: 1n, lost: 0n, reason: 'stopped', duration: 1n });
  const { stdout: found } = await run([...options, '--output', 'json'], writer.take());
  const { stdout } = await run([...options, '--explain', '-'], found);
  expect(stdout).toContain(
    'It fired as:\n  + returnValue.ge(0)  is 3\n  + args.pathname.eq("/etc/shadow")  is "/etc/shadow"\n  and its code said so\n',
  );
});

test('what is no file of findings', async () => {
  writeFileSync(path('none'), 'text\n');
  expect(await run(['--explain', path('none')])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('no finding in it'),
  });
});
