import { createSocket } from 'node:dgram';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { capture, findingNumbers } from '../cli/capture';
import { temporaryDirectory } from '../cli/directory';
import { run } from '../cli/tracee_rules';

const path = temporaryDirectory();
const only = ['--rules', 'TRC-102'];
const port = (server: { address(): AddressInfo | string | null }) => (server.address() as AddressInfo).port;

/** A server that keeps what it is sent. */
async function receiver(where: string | number): Promise<{ server: Server; text: () => string }> {
  let text = '';
  const server = createServer((socket) => socket.setEncoding('utf8').on('data', (chunk) => (text += chunk)));
  await new Promise<void>((done) =>
    server.listen(where as number, typeof where === 'number' ? '127.0.0.1' : undefined, done),
  );
  return { server, text: () => text };
}

test('several outputs at once: standard output, a file, a webhook that fails first, a socket', async () => {
  const bodies: string[] = [];
  let asked = 0;
  const http = createHttp((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const isFirst = ++asked === 1;
      if (!isFirst) bodies.push(body);
      response.writeHead(isFirst ? 503 : 204).end();
    });
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const { server, text } = await receiver(path('findings.sock'));
  const outputs = [
    'json',
    `json=${path('out/findings.json')}`,
    `webhook=http://127.0.0.1:${port(http)}/x`,
    `socket=${path('findings.sock')}`,
  ];
  const { status, stdout, stderr } = await run([...only, ...outputs.flatMap((one) => ['--output', one])], capture(250));
  const all = Array.from({ length: 250 }, (_, i) => i);
  expect({ status, stderr: stderr.includes('not delivered') }).toEqual({ status: 0, stderr: false });
  expect(findingNumbers(stdout)).toEqual(all);
  expect(findingNumbers(readFileSync(path('out/findings.json'), 'utf8'))).toEqual(all);
  expect(findingNumbers(bodies.join(''))).toEqual(all);
  expect(findingNumbers(text())).toEqual(all);
  http.close();
  server.close();
});

test('a file is moved aside at its size, and no finding is lost or cut', async () => {
  const words = [...only, '--output', `json=${path('f.json')}`, '--output-file-bytes', '2000000'];
  writeFileSync(path('f.json'), '');
  await run(words, capture(3000));
  const texts = ['f.json.2', 'f.json.1', 'f.json']
    .filter((name) => existsSync(path(name)))
    .map((name) => readFileSync(path(name), 'utf8'));
  expect(texts.length).toBeGreaterThan(1);
  expect(findingNumbers(texts.join(''))).toEqual(Array.from({ length: 3000 }, (_, i) => i));
});

test('syslog: RFC 5424 in datagrams and, with octet counts, on a stream', async () => {
  const socket = createSocket('udp4');
  const messages: string[] = [];
  socket.on('message', (message) => messages.push(message.toString()));
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  const { server, text } = await receiver(0);
  writeFileSync(path('line'), '{{signature.id}} by {{processName}}');
  const outputs = [`syslog=udp://127.0.0.1:${port(socket)}`, `syslog=tcp://127.0.0.1:${port(server)}`];
  await run([...only, '--output-template', path('line'), ...outputs.flatMap((one) => ['--output', one])], capture(2));
  await new Promise((done) => setTimeout(done, 200));
  const message = /^<85>1 2023-11-14T22:13:21\.00\d000Z \S+ tracee-rules \d+ TRC-102 - TRC-102 by victim$/;
  expect(messages).toEqual([expect.stringMatching(message), expect.stringMatching(message)]);
  const [, length, rest = ''] = /^(\d+) (.*)$/s.exec(text()) ?? [];
  expect(rest.slice(0, Number(length))).toMatch(message);
  expect(rest.slice(Number(length))).toMatch(/^\d+ <85>1 /);
  socket.close();
  server.close();
});

test('a receiver that is away does not hold up the rest, and what it missed is said', async () => {
  const { status, stdout, stderr } = await run(
    [...only, '--output', 'json', '--output', `socket=${path('nobody.sock')}`],
    capture(5),
  );
  expect({ status, findings: findingNumbers(stdout) }).toEqual({ status: 0, findings: [0, 1, 2, 3, 4] });
  expect(stderr).toMatch(/output socket=.*nobody\.sock: 5 findings not delivered/);
});
