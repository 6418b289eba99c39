import type { Survey } from '../../src/btf/choose';
import { doctor, doctorUsage } from '../../src/cli/doctor';
import { fakeNative } from '../fake_native';

let survey: Survey;
let wrong: string[];
let unavailable: { event: string; reason: string }[];
jest.mock('../../src/btf/survey', () => ({ surveyHost: () => survey }));
jest.mock('../../src/btf/self_check', () => ({ disagreements: async () => wrong }));
jest.mock('../../src/kernel/try_events', () => ({ tryEvents: async () => ({ probes: 'raw', unavailable }) }));
jest.mock('../../src/kernel/requirements', () => ({ checkMachine: () => {}, thisMachine: () => ({}) }));
jest.mock('../../src/load_native', () => ({
  loadNative: () => ({
    ...fakeNative(),
    features: () => [{ name: 'ring buffer' }, { name: 'fentry', error: 'not permitted' }],
  }),
}));

const bytes = Buffer.from('btf');

beforeEach(() => {
  wrong = [];
  unavailable = [];
  survey = {
    host: {
      distribution: 'debian',
      version: '12',
      arch: 'x86_64',
      release: '6.1.0-50-amd64',
      build: '#1 SMP',
      source: '/etc/os-release',
    },
    kernelBtf: false,
    objects: [{ probes: 'raw', path: '/raw.o' }],
    embedded: () => ({
      found: { btf: bytes, id: '0123', release: '6.1.0-50-amd64' },
      where: 'debian/12/x86_64/6.1.0-50-amd64',
    }),
    built: () => ({ missing: '/cache: not there' }),
  };
});

async function run(...args: string[]) {
  let text = '';
  const print = (part: string) => {
    text += part;
  };
  const failure = await doctor(args, {}, print).then(
    () => undefined,
    (error) => error,
  );
  return { text, failure };
}

it('says each step, the decision, the features, the self-check and the events', async () => {
  unavailable = [
    { event: 'a', reason: 'no such program' },
    { event: 'b', reason: 'no such program' },
  ];
  const { text, failure } = await run();
  expect(failure).toBeUndefined();
  for (const part of [
    'debian 12 (/etc/os-release), x86_64\n  kernel 6.1.0-50-amd64, #1 SMP\n',
    "(3) the package's object, relocated to BTF: no\n        TRACEE_BTF_FILE: not set\n        /sys/kernel/btf/vmlinux: not there\n",
    "(4) the package's object and minimal BTF: yes\n        debian/12/x86_64/6.1.0-50-amd64: there\n",
    'decision\n  raw (/raw.o), with minimal BTF of debian 12 x86_64 6.1.0-50-amd64, layout 0123\n',
    '  ring buffer  yes\n  fentry       no: not permitted\n',
    'self-check\n  an exec of a child came back as it was\n',
    /events\n {2}\d+ of \d+ available \(raw probes\)\n {2}unavailable: a, b: no such program\n/,
  ])
    expect(text).toMatch(part);
  expect(text).not.toContain('(5)');
});

it('goes on to the features without BTF, and ends with what to do', async () => {
  survey = { ...survey, embedded: () => ({ missing: 'pack: not there' }) };
  const { text, failure } = await run();
  expect(text).toContain('decision\n  none: no BTF of this kernel\n');
  expect(text).toContain("(5) the package's object and BTF built on this host: no\n        /cache: not there\n");
  expect(text).toContain('kernel features');
  expect(text).not.toContain('events\n');
  expect(failure).toMatchObject({ code: 'unsupported', message: expect.stringContaining('tracee-collect build') });
});

it('tells BTF of another kernel by what did not agree', async () => {
  wrong = ['process id: 0 instead of 4711'];
  const { text, failure } = await run();
  expect(text).not.toContain('came back');
  expect(failure).toMatchObject({
    code: 'unsupported',
    message: expect.stringMatching(
      /layout 0123: does not fit this kernel, 6\.1\.0-50-amd64 .*\n {2}process id: 0 instead of 4711$/,
    ),
  });
});

it('explains itself, and knows its options', async () => {
  expect(await run('--help')).toEqual({ text: doctorUsage, failure: undefined });
  const { failure } = await run('--nonsense');
  expect(failure).toMatchObject({
    code: 'usage',
    message: expect.stringContaining('see tracee-collect doctor --help'),
  });
});
