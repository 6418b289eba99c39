import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { engineObstacle, startEngine } from './docker_engine';
import { temporaryDirectory } from './pipeline';
import { containers, fakeDocker, newId, runc, runcObstacle } from './runc';
import { argsOf, collect, type Printed, parseExact } from './session';

const skip = runcObstacle ?? false;
const { bundle, directory, socket } = containers();

interface About {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A policy each, and of which containers it wants events; `undefined`: of what is outside of all. */
const policies: Readonly<Record<string, readonly [scope: string, wants: (about: About | undefined) => boolean]>> = {
  everything: ['global', () => true],
  web: ['container.name=web*', (about) => about?.name.startsWith('web') === true],
  'not-web': ['container.name!=web*', (about) => about?.name.startsWith('web') !== true],
  nginx: ['container.image=nginx:*,*/nginx:*', (about) => about?.image.startsWith('nginx:') === true],
  shop: ['container.label.org.example.app=shop', (about) => about?.labels['org.example.app'] === 'shop'],
  pods: ['container.pod=*', (about) => about?.labels['io.kubernetes.pod.name'] !== undefined],
  system: [
    'container.namespace=kube-system',
    (about) => about?.labels['io.kubernetes.pod.namespace'] === 'kube-system',
  ],
  outside: ['!container', (about) => about === undefined],
};

function writePolicies(tree: number, names = Object.keys(policies)): string {
  const into = join(directory, `policies-${tree}`);
  mkdirSync(into, { recursive: true });
  for (const name of names) {
    const [scope] = policies[name] as (typeof policies)[string];
    const tasks = scope === 'global' ? [] : [`"${scope}"`];
    const text = `apiVersion: tracee.aquasec.com/v1beta1
kind: Policy
metadata: {name: ${name}}
spec:
  scope: [${[`tree=${tree}`, ...tasks].join(', ')}]
  rules: [{event: sched_process_exec}, {event: sched_process_exit}]
`;
    writeFileSync(join(into, `${name}.yaml`), text);
  }
  return into;
}

const matched = (event: Printed) => [...(event.matchedPolicies as string[])].sort();
const wanting = (about: About | undefined) =>
  Object.entries(policies)
    .filter(([, [, wants]]) => wants(about))
    .map(([name]) => name)
    .sort();
const parse = (stdout: string): Printed[] => stdout.split('\n').filter(Boolean).map(parseExact);

/** A shell that waits for a line, then runs commands. */
const runner = (commands: string) =>
  spawn('sh', ['-c', `read go; ${commands}`], { stdio: ['pipe', 'ignore', 'inherit'] });

test('each event is of the scopes that its container has, from the first program on', { skip }, async () => {
  const abouts = Array.from({ length: 24 }, (_, i): About => {
    const pod =
      i % 4 === 3 ? { 'io.kubernetes.pod.name': `pod-${i}`, 'io.kubernetes.pod.namespace': 'kube-system' } : {};
    return {
      id: newId(),
      name: `${i % 2 === 0 ? 'web' : 'db'}-${i}`,
      image: i % 3 === 0 ? 'nginx:1.25' : 'postgres:16',
      labels: { ...pod, 'org.example.app': i % 5 === 0 ? 'shop' : 'blog' },
    };
  });
  const byId = new Map(abouts.map((about) => [about.id, about]));
  const server = await fakeDocker(
    socket,
    (id) => {
      const { name, image, labels } = byId.get(id) as About;
      return { Name: `/${name}`, Config: { Image: image, Labels: labels } };
    },
    (id) => 10 * (abouts.findIndex((about) => about.id === id) % 8),
  );
  const runs = abouts.map(
    ({ id }, i) => `${runc} run --bundle ${bundle(id, ['echo', id])} ${id} &${i % 4 === 3 ? ' wait;' : ''}`,
  );
  const shell = runner(`${runs.join(' ')} wait`);
  // none is to be late, whatever else this machine does
  const crs = ['--crs', `docker:${socket}`, '--crs-wait', '5s'];
  const options = ['--output', 'json', ...crs, '--policy', writePolicies(shell.pid as number)];
  const { stdout, stderr } = await collect(options, async () => {
    shell.stdin?.end('go\n');
    await once(shell, 'exit');
  });
  server.close();
  const events = parse(stdout);
  const echoes = events.filter(
    (event) => event.eventName === 'sched_process_exec' && (argsOf(event).argv as string[])[1] === 'echo',
  );
  assert.deepEqual(echoes.map((event) => event.containerId).sort(), [...byId.keys()].sort());
  for (const event of events) {
    const about = byId.get(`${event.containerId}`);
    assert.equal(about === undefined, event.containerId === '', `${event.containerId}`);
    assert.deepEqual(matched(event), wanting(about), `${about?.name} ${event.eventName}`);
  }
  assert.match(stderr, / 0 lost/);
});

test('until a runtime has answered, and no longer than 200 ms, nothing is decided; then nothing is known', {
  skip,
}, async () => {
  const id = newId();
  const answersAfterMs = 700;
  const server = await fakeDocker(
    socket,
    () => ({ Name: '/web-late', Config: { Image: 'nginx:1' } }),
    () => answersAfterMs,
  );
  const loop = 'for i in $(seq 40); do busybox usleep 30000; done';
  const shell = runner(`${runc} run --bundle ${bundle(id, ['sh', '-c', loop])} ${id}`);
  const options = ['--output', 'json', '--crs', `docker:${socket}`, '--policy', writePolicies(shell.pid as number)];
  const { stdout } = await collect(options, async () => {
    shell.stdin?.end('go\n');
    await once(shell, 'exit');
  });
  server.close();
  const events = parse(stdout).filter(({ containerId }) => containerId === id);
  const own = events.filter(
    (event) => event.eventName === 'sched_process_exec' && (argsOf(event).argv as string[])[1] === 'usleep',
  );
  assert.equal(own.length, 40);
  const unknown = ['everything', 'not-web'];
  const known = wanting({ id, name: 'web-late', image: 'nginx:1', labels: {} });
  const answered = own.findIndex((event) => matched(event).includes('web'));
  assert.ok(answered > 0, `${answered} programs before the answer`);
  for (const [i, event] of own.entries())
    assert.deepEqual(matched(event), i < answered ? unknown : known, `program ${i}`);
  const [first, at] = [own[0], own[answered]].map((event) => Number(BigInt(`${event?.timestamp}`) / 1_000_000n));
  assert.ok(
    (at as number) - (first as number) > answersAfterMs - 400,
    `known after ${(at as number) - (first as number)} ms`,
  );
});

const engineSkip = engineObstacle ?? false;
test('a Docker engine of our own: scopes by name, image and label', { skip: engineSkip }, async () => {
  const place = temporaryDirectory();
  const engine = await startEngine(join(place, 'engine'));
  try {
    const root = join(place, 'root');
    mkdirSync(join(root, 'bin'), { recursive: true });
    cpSync('/bin/busybox', join(root, 'bin/busybox'));
    engine.importImage(root, 'nginx:test');
    engine.docker('tag', 'nginx:test', 'postgres:test');
    const started = [
      { name: 'web-1', image: 'nginx:test', label: 'shop' },
      { name: 'db-1', image: 'postgres:test', label: 'shop' },
      { name: 'web-2', image: 'postgres:test', label: 'blog' },
    ];
    const names = ['container.name=web*', 'container.image=nginx:*', 'container.label.org.example.app=shop'];
    const seen: string[][] = [];
    for (const scope of names) {
      const { stdout } = await collect(
        [
          '--output',
          'json',
          '--crs',
          `docker:${engine.socket}`,
          '--crs-wait',
          '5s',
          '--trace',
          scope,
          '--trace',
          'event=sched_process_exec',
        ],
        async () => {
          for (const { name, image, label } of started)
            engine.docker(
              ...['run', '--rm', '--network', 'none', '--name', name, '--label', `org.example.app=${label}`, image],
              ...['/bin/busybox', 'echo', name],
            );
        },
      );
      const echoes = parse(stdout).filter((event) => (argsOf(event).argv as string[])[1] === 'echo');
      for (const event of echoes) assert.equal(event.containerName, (argsOf(event).argv as string[])[2]);
      seen.push(echoes.map((event) => `${event.containerName}`));
    }
    assert.deepEqual(seen, [['web-1', 'web-2'], ['web-1'], ['web-1', 'db-1']]);
  } finally {
    await engine.stop();
    rmSync(place, { recursive: true, force: true });
  }
});
