import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { webhook } from '../../src/deliver/webhook';
import { capture, findingNumbers } from '../cli/capture';
import { run } from '../cli/tracee_rules';

const file = (name: string) => join(__dirname, '../fixtures/tls', name);
const pem = (name: string) => readFileSync(file(name), 'latin1');
let body = '';
let clients: string[] = [];
const server = createServer(
  { cert: pem('server.pem'), key: pem('server.key'), ca: pem('ca.pem'), requestCert: true, rejectUnauthorized: true },
  (request, response) => {
    clients.push(`${(request.socket as import('node:tls').TLSSocket).getPeerCertificate().subject.CN}`);
    request.on('data', (chunk) => (body += chunk)).on('end', () => response.writeHead(204).end());
  },
);
const url = () => new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => server.close());
beforeEach(() => {
  body = '';
  clients = [];
});

test('a webhook that asks for a certificate gets ours, and is known by its authority', async () => {
  const tls = { '--webhook-cert': 'client.pem', '--webhook-key': 'client.key', '--webhook-ca': 'ca.pem' };
  const words = Object.entries(tls).flatMap(([option, name]) => [option, file(name)]);
  const outcome = await run(['--rules', 'TRC-102', '--output', `webhook=${url()}`, ...words], capture(3));
  expect(outcome).toMatchObject({ status: 0 });
  expect(findingNumbers(body)).toEqual([0, 1, 2]);
  expect(new Set(clients)).toEqual(new Set(['test-client']));
});

test('without them it takes nothing, and gets nothing from us', async () => {
  const identity = { cert: pem('client.pem'), key: pem('client.key') };
  await expect(webhook(url(), 'text/plain', { ca: pem('ca.pem') })(['x'])).rejects.toThrow();
  await expect(webhook(url(), 'text/plain', identity)(['x'])).rejects.toThrow(/certificate/);
  expect(body).toBe('');
});

test.each([
  [['--webhook-cert', file('client.pem')], '--webhook-cert and --webhook-key go together'],
  [['--webhook-ca', file('nothing.pem')], /--webhook-ca .*nothing\.pem: no such file or directory/],
])('%j is refused', async (words, expected) => {
  expect(await run(words)).toMatchObject({ status: 2, stderr: expect.stringMatching(expected) });
});
