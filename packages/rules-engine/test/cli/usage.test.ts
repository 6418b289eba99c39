import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exitCodes } from '../../src/exit_codes';
import { temporaryDirectory } from './directory';
import { run } from './tracee_rules';

const path = temporaryDirectory();

test('--help has examples and every exit code', async () => {
  const { status, stdout } = await run(['--help']);
  expect(status).toBe(0);
  expect(stdout).toContain('tracee-collect --trace event=$(tracee-rules --list-events) | tracee-rules');
  const text = stdout.replace(/\s+/g, ' ');
  for (const { status: code, means } of Object.values(exitCodes)) expect(text).toContain(`${code} ${means}`);
});

test('exit codes are stable', () => {
  const codes = Object.entries(exitCodes).map(([name, { status }]) => `${name} ${status}`);
  expect(codes).toEqual(['ok 0', 'failure 1', 'usage 2', 'input 3', 'signatures 4', 'handler 5']);
});

test('--version', async () => {
  const { version } = JSON.parse(readFileSync(resolve(__dirname, '../../package.json'), 'utf8'));
  expect(await run(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('--list', async () => {
  const { status, stdout } = await run(['--list', '--rules', 'TRC-105,TRC-103']);
  expect(status).toBe(0);
  expect(stdout).toBe(
    [
      'ID       NAME                   VERSION  SEVERITY  TECHNIQUE  EVENTS',
      'TRC-103  ptrace_code_injection  1.0.0    high      T1055.008  ptrace',
      'TRC-105  fileless_execution     1.1.0    high      T1620      sched_process_exec',
      '',
    ].join('\n'),
  );
});

test('--list --output json has everything that is known of a signature', async () => {
  const { stdout } = await run(['--list', '--output', 'json']);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const files = readdirSync(resolve(__dirname, '../../signatures')).filter((file) => file.endsWith('.ts'));
  expect(lines.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  expect(lines.find(({ name }) => name === 'anti_debugging')).toMatchObject({
    id: 'TRC-102',
    technique: { id: 'T1622' },
    misses: expect.any(Array),
    events: ['ptrace'],
  });
});

test('--list-events', async () => {
  const all = (await run(['--list-events'])).stdout.trimEnd().split(',');
  expect(all).toEqual([...new Set(all)].sort());
  expect(all).toEqual(expect.arrayContaining(['process_vm_writev', 'ptrace', 'sched_process_exec']));
  expect((await run(['--list-events', '--rules', 'TRC-102,TRC-1016,TRC-1025'])).stdout).toBe(
    'process_vm_writev,ptrace,sched_process_exec,sched_process_exit,sched_process_fork\n',
  );
  expect((await run(['--list-events', '--rules', 'anti_debugging'])).stdout).toBe(
    'ptrace,sched_process_exec,sched_process_exit,sched_process_fork\n',
  );
});

test('completion: a script, options, and ids after --rules', async () => {
  expect(await run(['completion'])).toMatchObject({ status: 0, stdout: expect.stringContaining('complete -o') });
  expect((await run(['--get-yargs-completions', 'tracee-rules', '--'])).stdout).toContain('--rules-dir');
  expect((await run(['--get-yargs-completions', 'tracee-rules', '--rules', ''])).stdout.split('\n')).toEqual(
    expect.arrayContaining(['TRC-102', 'anti_debugging']),
  );
});

test.each([
  [['--inptu', 'x'], /Unknown argument: inptu/],
  [['run.frames'], /Unknown argument: run\.frames/],
  [['--output', 'xml'], /--output xml: no such output \(one of pretty, json, json=FILE/],
  [['--input-format', 'gob'], /Given: "gob"/],
  [['--input', 'a', '--input', 'b'], /--input is given 2 times/],
  [['--rules'], /Not enough arguments following: rules/],
  [['--rules', 'TRC-9'], /TRC-9: no signature with this id or name \(tracee-rules --list shows them\)/],
])('a wrong command line ends with 2 and one line: %j', async (words, expected) => {
  const { status, stdout, stderr } = await run(words);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(expected);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test.each([
  [
    'TypeScript that is no signature',
    'mine.ts',
    'export default class { readonly on: object = {}; }',
    /mine\.ts: meta: /,
  ],
  ['not a signature', 'mine.js', 'module.exports = 1', /mine\.js: no class as default export/],
  ['an ECMAScript module that is broken', 'mine.mjs', 'export default class {', /mine\.mjs: does not load/],
])('a directory with a file that cannot be loaded ends with 4: %s', async (_, name, text, expected) => {
  writeFileSync(path(name), text);
  const { status, stderr } = await run(['--rules-dir', path('.'), '--list']);
  expect(status).toBe(4);
  expect(stderr).toMatch(expected);
});

test('signatures as ECMAScript modules, and a source beside what was compiled from it', async () => {
  const meta = `{ id: 'ACME-1', name: 'mine', title: 't', version: '1.0.0', severity: 'low', tactic: 'impact', technique: { id: 'T1485', name: 'n' }, description: 'd', misses: ['m'] }`;
  writeFileSync(path('mine.mjs'), `export default class { meta = ${meta}; on = { close: () => undefined }; }`);
  writeFileSync(path('mine.ts'), 'not looked at');
  expect((await run(['--rules-dir', path('.'), '--list', '--rules', 'ACME-1'])).stdout).toContain('ACME-1  mine');
});

test('a terminal as input is help and 2', () => {
  const words = [process.execPath, resolve(__dirname, '../../bin/tracee-rules')].join(' ');
  const { stdout } = spawnSync('script', ['-qec', `${words}; echo "status $?"`, '/dev/null'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(stdout).toContain('Exit codes:');
  expect(stdout).toContain('standard input: a terminal (pipe tracee-collect into it');
  expect(stdout).toContain('status 2');
});

test.each([
  ['coloured on a terminal', {}, true],
  ['plain with NO_COLOR', { NO_COLOR: '1' }, false],
])('the list is %s', (_, env, isColoured) => {
  const words = [process.execPath, resolve(__dirname, '../../bin/tracee-rules'), '--list'].join(' ');
  const { stdout } = spawnSync('script', ['-qec', words, '/dev/null'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, TERM: 'xterm', ...env },
  });
  expect(stdout).toContain('TRC-102');
  expect(stdout.includes('\x1b[')).toBe(isColoured);
});
