import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Engine, engineObstacle, startEngine } from './docker_engine';
import { type Finding, findings, temporaryDirectory } from './pipeline';
import { root, until } from './session';

const skip = engineObstacle ?? false;
const directory = skip ? '' : temporaryDirectory();
const readyMs = 60_000;
let engine: Engine;

/** Where the tests run, nothing but their own container may be traced. */
function policy(container: string): string {
  const shipped = readFileSync(join(root, 'deploy/kubernetes/policies/signatures.yaml'), 'utf8');
  return shipped.replace('scope: [global]', `scope: ["container=${container}"]`);
}

/** What this engine and this machine lack: networks, names of capabilities (docs/deployment.md), a socket at its usual place. */
const override = () => `services:
  collector:
    command: [--policy, /etc/tracee/policies, --output, "frames=fifo:/run/tracee/events", --ready-file, /tmp/ready, --crs, docker:/engine/docker.sock]
    volumes: ["${directory}/engine:/engine:ro"]
  rules: { network_mode: none }
`;
const capabilities = { TRACEE_CAP_BPF: 'SYS_ADMIN', TRACEE_CAP_PERFMON: 'CAP_SYS_ADMIN' };
const compose = (...args: string[]) =>
  engine.compose(
    { ...capabilities, TRACEE_POLICIES: join(directory, 'policies') },
    ...[
      '--project-name',
      'live',
      '--file',
      join(root, 'docker/compose.yaml'),
      '--file',
      join(directory, 'override.yaml'),
    ],
    ...args,
  );

const sides = { collector: 'live_collector_1', rules: 'live_rules_1' } as const;
const state = (side: keyof typeof sides, what: string) =>
  engine.docker('inspect', '--format', `{{.State.${what}}}`, sides[side]);
/** The collector's ready file is its own run's. */
const isReady = () => {
  try {
    return (
      state('collector', 'Running') === 'true' && engine.docker('exec', sides.collector, 'cat', '/tmp/ready') !== ''
    );
  } catch {
    return false;
  }
};
const ready = () => until(isReady, readyMs, 'the collector to be ready');

/** Acts in the third container: programs in memory, each of which says its number. */
const act = (from: number, to: number, pauseSeconds = 0) =>
  engine.docker(
    ...['exec', 'victim', 'sh', '-c'],
    `cp /bin/busybox /dev/shm/echo; for i in $(seq ${from} ${to}); do /dev/shm/echo act-$i; sleep ${pauseSeconds}; done`,
  );
const numberOf = ({ event }: Finding) => {
  const argv = (event.args as { name: string; value: unknown }[]).find(({ name }) => name === 'argv')?.value;
  return Number(/^act-(\d+)$/.exec(`${(argv as string[])[1]}`)?.[1]);
};
const output = (side: keyof typeof sides) => engine.logs(sides[side]);
const found = (): Finding[] =>
  findings(
    output('rules')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .join('\n'),
  ).filter(({ signature }) => signature?.name === 'fileless_execution');
const arrived = (last: number) =>
  until(() => found().some((finding) => numberOf(finding) === last), readyMs, `the finding of act ${last}`);

before(async () => {
  if (skip) return;
  const stage = (script: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(root, script), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  engine = await startEngine(join(directory, 'engine'));
  stage('test/deploy/base_root.mjs', join(directory, 'base'));
  engine.importImage(join(directory, 'base'), 'base:live');
  for (const [side, file, image] of [
    ['collector', 'collector', 'tracee-collect'],
    ['rules-engine', 'rules', 'tracee-rules'],
  ] as const) {
    mkdirSync(join(directory, side));
    stage('scripts/image.mjs', side, join(directory, side, 'image'));
    engine.importImage(join(directory, side), `built-${side}:live`);
    const options = ['--build-arg', 'BASE=base:live', '--build-arg', `BUILT=built-${side}:live`];
    engine.docker(
      'build',
      '--network',
      'none',
      ...options,
      '--file',
      join(root, `docker/${file}.Dockerfile`),
      '--tag',
      image,
      root,
    );
  }
  engine.docker(
    'run',
    '--detach',
    '--name',
    'victim',
    '--network',
    'none',
    '--tmpfs',
    '/dev/shm:rw,exec',
    'base:live',
    'sleep',
    '1000',
  );
  mkdirSync(join(directory, 'policies'));
  writeFileSync(
    join(directory, 'policies/signatures.yaml'),
    policy(engine.docker('inspect', '--format', '{{.Id}}', 'victim')),
  );
  writeFileSync(join(directory, 'override.yaml'), override());
});

after(async () => {
  if (skip) return;
  compose('down', '--volumes', '--timeout', '5');
  engine.docker('rm', '--force', 'victim');
  await engine.stop();
  await rm(directory, { recursive: true });
});

test('an act in a third container is found, with the name of the container and of its image; the rules engine began first', {
  skip,
}, async () => {
  compose('up', '--detach', '--no-build', 'rules');
  await until(() => output('rules').includes('ready'), readyMs, 'the rules engine');
  compose('up', '--detach', '--no-build', 'collector');
  await ready();
  act(1, 3);
  await arrived(3);
  assert.deepEqual(found().map(numberOf), [1, 2, 3]);
  const last = found()[2]?.event;
  assert.equal(last?.containerName, 'victim');
  assert.equal(last?.containerImage, 'base:live');
  assert.deepEqual(last?.matchedPolicies, ['signatures']);
});

test('the rules engine is nobody, may nothing, and cannot write; the collector may what it was given', { skip }, () => {
  const status = (side: keyof typeof sides, name: string) =>
    new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(engine.docker('exec', sides[side], 'cat', '/proc/1/status'))?.[1];
  assert.equal(status('rules', 'Uid'), '65532');
  assert.equal(status('rules', 'CapBnd'), '0000000000000000');
  assert.equal(status('rules', 'NoNewPrivs'), '1');
  assert.throws(() => engine.docker('exec', sides.rules, 'touch', '/opt/tracee/x'), /Read-only file system/);
  assert.throws(() => engine.docker('exec', sides.collector, 'touch', '/opt/tracee/x'), /Read-only file system/);
  // SYS_ADMIN (here in place of BPF and PERFMON), SYS_PTRACE, DAC_READ_SEARCH, SYSLOG
  const wanted = (1n << 21n) | (1n << 19n) | (1n << 2n) | (1n << 34n);
  const self = engine.docker('exec', sides.collector, 'cat', '/proc/self/status');
  assert.equal(BigInt(`0x${/^CapBnd:\s+(\S+)/m.exec(self)?.[1]}`), wanted);
});

test('started the wrong way, it says what is missing', { skip }, () => {
  // nothing is traced: each of these ends before
  const policies = ['--volume', `${join(root, 'deploy/kubernetes/policies')}:/etc/tracee/policies:ro`];
  const outcome = (...options: string[]) => {
    const { status, stderr } = engine.attempt('run', '--rm', '--network', 'none', ...options, 'tracee-collect');
    return `${status} ${stderr}`;
  };
  assert.match(outcome(), /^3 tracee-collect: error: policy: \/etc\/tracee\/policies: ENOENT/);
  assert.match(outcome(...policies), /^4 .*no CAP_BPF and no CAP_PERFMON .*cap_add/);
  const own = ['--cap-add', 'SYS_ADMIN', ...policies];
  writeFileSync(join(directory, 'events'), '');
  const file = ['--volume', `${directory}/events:/run/tracee/events`];
  const found = outcome(...own, ...file);
  assert.match(found, /^6 /);
  assert.match(found, /error: --output: \/run\/tracee\/events: is not a FIFO \(/);
  assert.match(found, /warn: start: a process namespace of our own: .*pid: host/);
  assert.match(outcome(...own, '--tmpfs', '/run/tracee/events'), /^6 .*\/run\/tracee\/events: is a directory/s);
  assert.match(
    outcome(...own, '--volume', '/sys/fs/cgroup:/host/sys/fs/cgroup:ro', '--pid', 'host', ...file),
    /^6 (?!.*namespace)/s,
  );
});

test('both are healthy', { skip }, async () => {
  for (const side of ['collector', 'rules'] as const)
    await until(() => state(side, 'Health.Status') === 'healthy', readyMs, `a healthy ${side}`);
});

test('a rules engine that is killed under load gets what it left when it comes back, and what it may not have matched', {
  skip,
}, async () => {
  const acts = engine.start(
    ...['exec', 'victim', 'sh', '-c'],
    'for i in $(seq 101 400); do /dev/shm/echo act-$i; /bin/true; sleep 0.01; done',
  );
  await arrived(150);
  engine.docker('kill', sides.rules);
  await sleep(500);
  engine.docker('start', sides.rules);
  await once(acts, 'exit');
  await arrived(400);
  const seen = found().map(numberOf);
  const missing = Array.from({ length: 300 }, (_, i) => i + 101).filter((i) => !seen.includes(i));
  assert.deepEqual(missing, []);
  // what it had in its hands when it was killed comes again, and says so
  const first = found().filter(({ resent }) => resent === undefined);
  assert.equal(new Set(first.map(numberOf)).size, first.length);
});

test('a collector that crashes under load is started again by its policy, says so, and the rules engine begins anew', {
  skip,
}, async () => {
  const pid = Number(state('collector', 'Pid'));
  const acts = engine.start('exec', 'victim', 'sh', '-c', 'while :; do /bin/true; done');
  await sleep(500);
  process.kill(pid, 'SIGKILL');
  await until(() => Number(state('collector', 'Pid')) !== pid && isReady(), readyMs, 'the next collector');
  acts.kill();
  act(501, 503);
  await arrived(503);
  assert.ok(Number(engine.docker('inspect', '--format', '{{.RestartCount}}', sides.collector)) >= 1);
  assert.match(output('rules'), /ends without an end frame/);
});

test('an end that is asked for is an account: all that was produced was delivered, and read', { skip }, () => {
  compose('stop', '--timeout', '20', 'collector');
  compose('stop', '--timeout', '20', 'rules');
  const [, events, lost] =
    /stopped: ([\d,]+) events, ([\d,]+) lost/.exec(output('collector').split('\n').reverse().join('\n')) ?? [];
  assert.equal(lost, '0');
  const [, read] = /tracee-rules: ([\d,]+) events/.exec(output('rules').split('\n').reverse().join('\n')) ?? [];
  assert.equal(read, events);
});
