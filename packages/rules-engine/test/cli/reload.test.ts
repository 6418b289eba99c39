import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { request } from 'node:http';
import { firing, header } from './capture';
import { temporaryDirectory } from './directory';
import { freePort } from './free_port';
import { start } from './tracee_rules';

const path = temporaryDirectory();

function signature(name: string, id: string, handler: string): void {
  const meta = `{ id: '${id}', name: '${name}', title: 't', version: '1.0.0', severity: 'low', tactic: 'impact', technique: { id: 'T1485', name: 'n' }, description: 'd', misses: ['m'] }`;
  writeFileSync(
    path(`${name}.js`),
    `module.exports = class { meta = ${meta}; seen = 0; on = { ptrace: ${handler} }; }`,
  );
}

test('a change is taken over while it runs; what did not change keeps its state; what is broken changes nothing', async () => {
  signature('stays', 'ACME-1', '() => ({ data: { stays: ++this.seen } })');
  signature('changes', 'ACME-2', '() => ({ data: { first: ++this.seen } })');
  execFileSync('mkfifo', [path('pipe')]);
  const { child, seen, ended } = start(['-i', path('pipe'), '-d', path('.'), '-r', 'ACME-1,ACME-2', '-o', 'json']);
  const writer = await open(path('pipe'), 'w');
  await writer.write(Buffer.concat([header(), firing(1)]));
  await seen(/"first":1/);
  signature('changes', 'ACME-2', '() => ({ data: { second: ++this.seen } })');
  await seen(/reloaded: 2 signatures/);
  await writer.write(firing(1, 1));
  await seen(/"second":1/);
  await seen(/"stays":2/);
  writeFileSync(path('changes.js'), 'module.exports = class {');
  child.kill('SIGHUP');
  await seen(/reload: the signatures that run stay: load signature: .*changes\.js: does not load/);
  await writer.write(firing(1, 2));
  await seen(/"second":2/);
  await seen(/"stays":3/);
  child.kill('SIGINT');
  await writer.close();
  await ended;
});

test('counts and health over HTTP', async () => {
  execFileSync('mkfifo', [path('pipe')]);
  const address = `127.0.0.1:${await freePort()}`;
  const { child, seen, ended } = start([
    '-i',
    path('pipe'),
    '--metrics',
    `--healthz=unix:${path('health')}`,
    '--listen-addr',
    address,
  ]);
  const writer = await open(path('pipe'), 'w');
  await writer.write(Buffer.concat([header(), firing(3)]));
  await seen(/"timestamp"/);
  const get = async (at: string) => (await fetch(`http://${address}${at}`)).text();
  expect(await get('/healthz')).toBe('not found\n');
  expect(statSync(path('health')).mode & 0o777).toBe(0o600);
  const health = await new Promise<string>((resolve) => {
    request({ socketPath: path('health'), path: '/healthz' }, (answer) => {
      answer.setEncoding('utf8').once('data', resolve);
    }).end();
  });
  expect(health).toBe('OK\n');
  const metrics = await get('/metrics');
  expect(metrics).toContain('tracee_rules_events_total 3\n');
  expect(metrics).toContain('tracee_rules_findings_total 3\n');
  expect(metrics).toContain('tracee_rules_signature_quarantined{signature="TRC-102"} 0\n');
  child.kill('SIGINT');
  await writer.close();
  expect((await ended).status).toBe(0);
});
