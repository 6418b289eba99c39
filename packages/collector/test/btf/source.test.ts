import { existsSync } from 'node:fs';
import type { Survey } from '../../src/btf/choose';
import { chooseSource, withSource } from '../../src/btf/source';
import { fakeNative } from '../fake_native';
import { host } from './pack';

let survey: Survey;
let wrong: string[];
let failure: Error | undefined;
let checked: (string | undefined)[];
jest.mock('../../src/btf/survey', () => ({ surveyHost: () => survey }));
jest.mock('../../src/btf/self_check', () => ({
  disagreements: async (_native: unknown, _objects: unknown, path: string | undefined) => {
    checked.push(path);
    if (failure !== undefined) throw failure;
    return wrong;
  },
}));

const objects = [{ probes: 'raw', path: '/raw.o' }] as const;
const bytes = Buffer.from('btf');
beforeEach(() => {
  wrong = [];
  failure = undefined;
  checked = [];
  survey = {
    host: host('6.1.0-50-amd64'),
    kernelBtf: false,
    objects,
    embedded: () => ({ found: { btf: bytes, id: '0123', release: '6.1.0-50-amd64' }, where: '' }),
    built: () => ({ missing: '' }),
  };
});

const said: string[] = [];
const log = {
  warn: (text: string) => said.push(`warn: ${text}`),
  debug: (text: string) => said.push(`debug: ${text}`),
};
beforeEach(() => said.splice(0));
const run = async () =>
  withSource(fakeNative(), chooseSource({}, false, log), async (programs) => ({
    programs,
    there: existsSync(programs.btf ?? ''),
  }));

it('checks what is read before anything else is loaded, with the same BTF', async () => {
  const { programs, there } = await run();
  expect(checked).toEqual([programs.btf]);
  expect(programs.objects).toEqual(objects);
  expect(there).toBe(true);
  expect(existsSync(programs.btf ?? '')).toBe(false);
  expect(said).toEqual(['debug: uses minimal BTF of debian 12 x86_64 6.1.0-50-amd64, layout 0123']);
});

it("does not check the kernel's own BTF", async () => {
  survey = { ...survey, kernelBtf: true };
  expect(await run()).toEqual({ programs: { objects }, there: false });
  expect(checked).toEqual([]);
});

it('refuses BTF that does not fit, naming it and all that did not agree', async () => {
  wrong = ['process id: 0 instead of 4711', 'name: swapper instead of exe'];
  await expect(run()).rejects.toMatchObject({
    code: 'unsupported',
    message:
      'self-check: minimal BTF of debian 12 x86_64 6.1.0-50-amd64, layout 0123: does not fit this kernel, 6.1.0-50-amd64 ' +
      '(name BTF of this kernel in TRACEE_BTF_FILE; tracee-collect build --output FILE makes it)\n  process id: 0 instead of 4711\n  name: swapper instead of exe',
  });
});

it('refuses BTF with which the programs do not load, saying why', async () => {
  failure = new Error('load: failed to resolve CO-RE relocation');
  await expect(run()).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringMatching(
      /^self-check: minimal BTF of .*: no child can be traced with it on this kernel, 6\.1\.0-50-amd64 .*\n {2}load: failed to resolve CO-RE relocation$/,
    ),
  });
});

it('warns of the nearest, naming both releases', async () => {
  survey = { ...survey, embedded: () => ({ found: { btf: bytes, id: '0123', release: '6.1.0-49-amd64' }, where: '' }) };
  await run();
  expect(said[1]).toBe(
    'warn: BTF of 6.1.0-49-amd64 is used for 6.1.0-50-amd64, since all known kernels of the series agree (--btf-nearest)',
  );
});
