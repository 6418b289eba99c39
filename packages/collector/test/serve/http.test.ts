import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '../../src/cli/routes';
import { serve } from '../../src/serve/http';
import { metricsText } from '../../src/serve/metrics';
import { pulseComesBack } from '../../src/serve/pulse';
import { counted, FakeSession } from '../fake_native';

const directory = mkdtempSync(join(tmpdir(), 'serve-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Status and body. */
const get = (socketPath: string, path: string) =>
  new Promise<[number | undefined, string]>((resolve, reject) => {
    const asked = request({ socketPath, path }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text) => (body += text));
      answer.on('end', () => resolve([answer.statusCode, body]));
    });
    asked.on('error', reject).end();
  });

const session = new FakeSession();
session.events = [counted(0, 5n, 2n)];
let fault: string | undefined;
const collector = { findFault: async () => fault, counters: () => session.counters() };

test('health and metrics, each at its address', async () => {
  const [health, metrics] = [join(directory, 'health'), join(directory, 'metrics')];
  const server = await serve(routes({ healthz: `unix:${health}`, metrics: `unix:${metrics}` }, collector));
  expect(await get(health, '/healthz')).toEqual([200, 'OK\n']);
  fault = 'nothing comes back';
  expect(await get(health, '/healthz?verbose')).toEqual([503, 'nothing comes back\n']);
  expect(await get(health, '/metrics')).toEqual([404, 'not found\n']);
  expect(await get(metrics, '/metrics')).toEqual([200, metricsText(session.counters())]);
  expect(statSync(health).mode & 0o777).toBe(0o600);
  server.close();
});

test('one address for both', async () => {
  const path = join(directory, 'both');
  const address = `unix:${path}`;
  const server = await serve(routes({ healthz: address, metrics: address }, collector));
  expect((await get(path, '/healthz'))[0]).toBe(503);
  expect((await get(path, '/metrics'))[0]).toBe(200);
  server.close();
});

test('metrics count by event and reason', () => {
  const text = metricsText(session.counters());
  expect(text).toContain('tracee_ebpf_events_total 3\n');
  expect(text).toContain('tracee_ebpf_lostevents_total 2\n');
  expect(text).toContain('tracee_collect_event_produced_total{event="read"} 5\n');
  expect(text).toContain('tracee_collect_event_lost_total{event="read",reason="ringFull"} 2\n');
  expect(text).not.toContain('reason="throttled"');
});

test('a socket that a killed run left is replaced, and nothing else is', async () => {
  const [stale, file, taken] = ['stale', 'file', 'taken'].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ];
  const route = (path: string) => [{ address: `unix:${path}`, path: '/', answer: () => ({ status: 200, body: 'x' }) }];
  const { spawnSync } = await import('node:child_process');
  const leave = `require('node:net').createServer().listen(${JSON.stringify(stale)}, () => process.kill(process.pid, 'SIGKILL'))`;
  spawnSync(process.execPath, ['-e', leave]);
  expect(existsSync(stale)).toBe(true);
  (await serve(route(stale))).close();
  writeFileSync(file, 'text');
  await expect(serve(route(file))).rejects.toThrow('EADDRINUSE');
  const other = createServer().listen(taken);
  await expect(serve(route(taken))).rejects.toThrow('EADDRINUSE');
  other.close();
  await expect(serve([{ ...route('x')[0], address: 'nowhere' } as never])).rejects.toThrow(
    'listen: "nowhere": not HOST:PORT',
  );
});

describe('a pulse', () => {
  it('is sent again until it comes back', async () => {
    const fake = new FakeSession();
    fake.pulseBack = false;
    setTimeout(() => {
      fake.pulseBack = true;
    }, 250);
    expect(await pulseComesBack(fake, 20_000)).toBe(true);
    expect(fake.of('sendPulse').length).toBeGreaterThan(1);
  });

  it('is missed when its time is over', async () => {
    const fake = new FakeSession();
    fake.pulseBack = false;
    expect(await pulseComesBack(fake, 150)).toBe(false);
  });
});
