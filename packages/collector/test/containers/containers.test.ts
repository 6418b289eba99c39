import { encodeDictionary, FrameReader, FrameWriter, type PlainEvent } from '@tracee/event-schema';
import { Containers } from '../../src/containers/containers';
import { type Description, undescribed } from '../../src/containers/description';
import type { Scope } from '../../src/filter/condition';
import type { ContainerChange } from '../../src/native';
import { FakeSession } from '../fake_native';

const id = 'ab'.repeat(32);
const described: Description = {
  ...undescribed(id, 'docker'),
  image: 'nginx:1.25',
  digest: 'sha256:01',
  name: 'web',
  podName: 'web-1',
  podNamespace: 'shop',
  podUid: '1-2',
  labels: { app: 'web' },
};
const existingContainer = 2506;
const scope = (more: Partial<Scope> = {}): Scope => ({
  name: '',
  context: [],
  follow: false,
  events: new Map([[existingContainer, []]]),
  ...more,
});
const change = (kind: ContainerChange['kind'], more: Partial<ContainerChange> = {}): ContainerChange => ({
  kind,
  index: 7,
  cgroup: 44n,
  containerId: id,
  runtime: 'docker',
  path: '/none',
  isRoot: true,
  ...more,
});
const settle = () => new Promise((resolve) => setImmediate(resolve));

function make(
  about: () => Promise<Description | undefined>,
  scopes: readonly Scope[] = [],
  { eventWaitMs = 10_000, labels = [] as readonly string[] } = {},
) {
  const session = new FakeSession();
  const asked: string[] = [];
  const told: string[] = [];
  let changes = 0;
  const containers = new Containers(session, {
    scopes,
    mount: { root: '/nowhere', hierarchy: 0, part: '/' },
    bootTime: 0n,
    eventWaitMs,
    labels,
    describe: (containerId) => {
      asked.push(containerId);
      return about();
    },
    changed: () => changes++,
    described: (containerId) => told.push(containerId),
  });
  return { session, containers, asked, told, changes: () => changes };
}

const events = (session: FakeSession): PlainEvent[] => {
  const seen: PlainEvent[] = [];
  const reader = new FrameReader({ event: (event) => seen.push(event.materialize()) });
  reader.push(new FrameWriter().header().take());
  for (const [frames] of session.of('inject')) reader.push(frames as Uint8Array);
  return seen;
};

/** As the ring thread gives it: what is known from the cgroup. */
const createFrame = () =>
  new FrameWriter()
    .event({
      eventName: 'container_create',
      timestamp: 123n,
      processName: 'runc',
      scopes: 5n,
      args: {
        runtime: 'docker',
        container_id: id,
        ctime: 123n,
        container_image: '',
        container_name: '',
        pod_sandbox: false,
      },
    })
    .take();

test('a container is asked for once, and what its runtime tells goes to the dictionary', async () => {
  const { session, containers, asked, told, changes } = make(async () => described);
  containers.take([change('created'), change('created', { cgroup: 45n, isRoot: false })]);
  containers.take([change('event', { frame: createFrame() })]);
  await settle();
  expect(asked).toEqual([id]);
  expect(session.of('enrich').map(([index, containerId]) => [index, containerId])).toEqual([[7, id]]);
  expect(session.of('describe')).toEqual([[7, id, ['web', 'nginx:1.25', 'web-1', 'shop', 'app', 'web']]]);
  expect([told, containers.descriptionOf(id)]).toEqual([[id], described]);
  expect(changes()).toBe(2);
});

test('labels that were chosen go to the dictionary, as many as fit', async () => {
  const labels = { app: 'shop', 'example.org/tier': 'front', 'example.org/note': 'x'.repeat(2040), secret: 'x' };
  const told = async (chosen: readonly string[]) => {
    const { session, containers } = make(async () => ({ ...described, labels }), [], { labels: chosen });
    containers.take([change('created')]);
    await settle();
    return session.of('enrich')[0]?.[2];
  };
  const entry = (chosen: Readonly<Record<string, string>>) =>
    encodeDictionary({ dictionary: 'container', index: 7, value: { ...described, labels: chosen } });
  expect(await told([])).toEqual(entry({}));
  expect(await told(['app', 'none'])).toEqual(entry({ app: 'shop' }));
  expect(await told(['app', 'example.org/*'])).toEqual(entry({ app: 'shop', 'example.org/tier': 'front' }));
  expect(await told(['*'])).toEqual(entry({ app: 'shop', 'example.org/tier': 'front', secret: 'x' }));
});

test('container_create keeps its context and gets what the runtime tells', async () => {
  const { session, containers } = make(async () => described);
  containers.take([change('event', { frame: createFrame() })]);
  await settle();
  const [event] = events(session);
  expect(event).toMatchObject({ eventName: 'container_create', processName: 'runc', timestamp: 123n, scopes: 5n });
  expect(event?.args).toEqual({
    runtime: 'docker',
    container_id: id,
    ctime: 123n,
    container_image: 'nginx:1.25',
    container_image_digest: 'sha256:01',
    container_name: 'web',
    pod_name: 'web-1',
    pod_namespace: 'shop',
    pod_uid: '1-2',
    pod_sandbox: false,
  });
});

test('a runtime that does not answer before the end: the event is sent as it is, once', async () => {
  let answer: (about: Description) => void = () => {};
  const { session, containers } = make(() => new Promise((resolve) => (answer = resolve)));
  containers.take([change('created'), change('event', { frame: createFrame() })]);
  containers.end();
  answer(described);
  await settle();
  expect(events(session).map(({ args }) => args)).toMatchObject([{ container_id: id, container_name: '' }]);
  expect(session.of('enrich')).toEqual([]);
});

test('events do not wait longer than the bound for a runtime; what it tells later goes to the dictionary', async () => {
  let answer: (about: Description) => void = () => {};
  const about = () => new Promise<Description>((resolve) => (answer = resolve));
  const { session, containers } = make(about, [scope()], { eventWaitMs: 1 });
  containers.take([change('existing'), change('event', { frame: createFrame() })]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(events(session).map(({ eventName, args }) => [eventName, args])).toEqual([
    ['existing_container', expect.objectContaining({ container_id: id, runtime: 'docker', container_name: '' })],
    ['container_create', expect.objectContaining({ container_id: id, runtime: 'docker', container_name: '' })],
  ]);
  expect(session.of('enrich')).toEqual([]);
  answer(described);
  await settle();
  expect(session.of('enrich').map(([index, containerId]) => [index, containerId])).toEqual([[7, id]]);
  expect(events(session)).toHaveLength(2);
});

test('existing containers are told to the scopes that ask, by their container filters', async () => {
  const scopes = [
    scope(),
    scope({ events: new Map() }),
    scope({ container: { ids: { wanted: ['abab'], excluded: [] } } }),
    scope({ container: { ids: { wanted: [], excluded: ['abab'] } } }),
    scope({ container: { inContainer: false } }),
    scope({ container: { isNew: true } }),
    scope({
      container: { described: [{ subject: 'name', anyOf: [{ kind: 'text', how: 'exact', text: 'web' }], noneOf: [] }] },
    }),
    scope({
      container: { described: [{ subject: 'name', anyOf: [], noneOf: [{ kind: 'text', how: 'exact', text: 'web' }] }] },
    }),
  ];
  const { session, containers } = make(async () => described, scopes);
  containers.take([
    change('existing'),
    change('existing', { isRoot: false }),
    change('created', { containerId: 'cd' }),
  ]);
  await settle();
  expect(events(session).map(({ eventName, scopes: told }) => [eventName, told])).toEqual([
    ['existing_container', 0b1000101n],
  ]);
});

test('one that was removed is asked for anew when it comes again', async () => {
  const { containers, asked } = make(async () => described);
  containers.take([change('created'), change('removed'), change('created')]);
  await settle();
  expect(asked).toEqual([id, id]);
});

test('a container_create that waited until its container was gone gets what its runtime told, which has forgotten it', async () => {
  let answers = [described];
  const { session, containers, asked } = make(async () => answers.pop());
  containers.take([change('created')]);
  await settle();
  answers = [];
  containers.take([change('removed'), change('event', { frame: createFrame() })]);
  await settle();
  expect(events(session).map(({ args }) => args)).toMatchObject([{ container_name: 'web' }]);
  expect(asked).toEqual([id]);
});

test('of those that are gone so many are known', async () => {
  const { containers, asked } = make(async () => described);
  const removed = Array.from({ length: 1025 }, (_, i) => change('removed', { containerId: `${i}` }));
  containers.take([change('created'), change('removed'), ...removed, change('event', { frame: createFrame() })]);
  await settle();
  expect(asked).toEqual([id, id]);
});

test('a container of which nothing is told is described as nothing, so that no event waits for it', async () => {
  const { session, containers } = make(async () => undefined);
  containers.take([change('created')]);
  await settle();
  expect(session.of('describe')).toEqual([[7, id, ['', '', '', '']]]);
  expect(session.of('enrich')).toEqual([]);
});
