import { type Btf, choose, describe as describeBtf, requireChoice, type Survey } from '../../src/btf/choose';
import { host } from './pack';

const [typed, raw] = [
  { probes: 'typed', path: '/dist/typed.o' },
  { probes: 'raw', path: '/dist/raw.o' },
] as const;
const given = { probes: 'raw', path: '/given.o', relocates: true } as const;
const bytes = Buffer.from('btf');

/** A machine without BTF, where nothing is given and nothing is found. */
const bare: Survey = {
  host: host('6.1.0-50-amd64'),
  kernelBtf: false,
  objects: [typed, raw],
  embedded: () => ({ missing: 'pack: not there' }),
  built: () => ({ missing: 'cache: not there' }),
};
const embedded: Survey['embedded'] = () => ({
  found: { btf: bytes, id: '0123', release: '6.1.0-50-amd64' },
  where: 'debian/12',
});
const built: Survey['built'] = () => ({ found: bytes, where: '/cache/x.btf' });
const never = () => {
  throw new Error('looked for what is not needed');
};

const of = { file: { of: 'file', path: '/given.btf' }, kernel: { of: 'kernel' }, none: { of: 'none' } } as const;

describe('the step, the objects in the order of trying, and the BTF', () => {
  it.each<[string, Partial<Survey>, number, readonly object[], Btf]>([
    ['object and BTF given', { givenObject: given, givenBtf: '/given.btf' }, 1, [given], of.file],
    ['object given, the kernel has BTF', { givenObject: given, kernelBtf: true }, 1, [given], of.kernel],
    ['object given, no BTF', { givenObject: given }, 2, [given], of.none],
    ['object given, no BTF, though there is minimal BTF', { givenObject: given, embedded }, 2, [given], of.none],
    ['the kernel has BTF', { kernelBtf: true }, 3, [typed, raw], of.kernel],
    ['BTF given', { givenBtf: '/given.btf' }, 3, [raw], of.file],
    ["BTF given goes before the kernel's", { givenBtf: '/given.btf', kernelBtf: true }, 3, [typed, raw], of.file],
    ['minimal BTF', { embedded, built }, 4, [raw], { of: 'embedded', bytes, id: '0123', release: '6.1.0-50-amd64' }],
    ['BTF that was built here', { built }, 5, [raw], { of: 'built', bytes, path: '/cache/x.btf' }],
  ])('%s', (_, survey, number, objects, btf) => {
    const { choice, steps } = choose({ ...bare, ...survey });
    expect(choice).toEqual({ objects, btf });
    expect(steps.map((step) => step.number)).toEqual([1, 2, 3, 4, 5].slice(0, number));
    expect(steps.map((step) => step.taken)).toEqual(steps.map((step) => step.number === number));
  });
});

it('looks into pack and cache only when it comes to them', () => {
  expect(choose({ ...bare, kernelBtf: true, embedded: never, built: never }).choice).toBeDefined();
  expect(choose({ ...bare, embedded, built: never }).choice).toBeDefined();
});

it('says of every step what it looked for and found', () => {
  expect(choose(bare)).toEqual({
    steps: [
      {
        number: 1,
        title: 'the given object, relocated to BTF',
        looked: ['TRACEE_BPF_FILE: not set', 'TRACEE_BTF_FILE: not set', '/sys/kernel/btf/vmlinux: not there'],
        taken: false,
      },
      {
        number: 2,
        title: 'the given object, built for this kernel',
        looked: ['TRACEE_BPF_FILE: not set'],
        taken: false,
      },
      {
        number: 3,
        title: "the package's object, relocated to BTF",
        looked: ['TRACEE_BTF_FILE: not set', '/sys/kernel/btf/vmlinux: not there'],
        taken: false,
      },
      { number: 4, title: "the package's object and minimal BTF", looked: ['pack: not there'], taken: false },
      {
        number: 5,
        title: "the package's object and BTF built on this host",
        looked: ['cache: not there'],
        taken: false,
      },
    ],
  });
});

it('refuses with what was looked for, where, and the two things to do', () => {
  const refusal = () => requireChoice(bare);
  expect(refusal).toThrow(expect.objectContaining({ code: 'unsupported' }));
  for (const part of [
    '6.1.0-50-amd64',
    'pack: not there',
    'cache: not there',
    'TRACEE_BTF_FILE',
    'tracee-collect build',
  ])
    expect(refusal).toThrow(part);
});

it('refuses an object that needs BTF where there is none, and takes one that was built for the kernel', () => {
  expect(() => requireChoice({ ...bare, givenObject: given, embedded })).toThrow(
    'TRACEE_BPF_FILE: /given.o: needs BTF',
  );
  const built = { ...given, relocates: false };
  expect(requireChoice({ ...bare, givenObject: built })).toEqual({ objects: [built], btf: of.none });
});

it.each<[Btf, string]>([
  [of.kernel, "the kernel's own BTF"],
  [of.file, 'BTF of TRACEE_BTF_FILE, /given.btf'],
  [
    { of: 'embedded', bytes, id: '0123', release: '6.1.0-51-amd64' },
    'minimal BTF of debian 12 x86_64 6.1.0-51-amd64, layout 0123',
  ],
  [{ of: 'built', bytes, path: '/cache/x.btf' }, 'BTF built on this host, /cache/x.btf'],
  [of.none, 'no BTF'],
])('names the BTF: %j', (btf, text) => expect(describeBtf(btf, bare.host)).toBe(text));
