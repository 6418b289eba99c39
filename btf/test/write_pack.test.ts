import { Pack } from '@tracee/collector/dist/src/btf/pack';
import { kernelOf } from '../src/kernel';
import { canonical } from '../src/layout';
import { writeBtf } from '../src/write_btf';
import { writePack } from '../src/write_pack';
import { taskTypes } from './types';

const layout = (bit: number) => canonical(writeBtf(taskTypes(bit)));
const kernels = [
  { kernel: kernelOf('debian/12/x86_64/6.1.0-50-amd64'), layout: layout(64) },
  { kernel: kernelOf('debian/12/x86_64/6.1.0-51-amd64'), layout: layout(64) },
  { kernel: kernelOf('debian/11/x86_64/5.10.0-46-amd64'), layout: layout(96) },
  { kernel: kernelOf('ubuntu/22.04/arm64/5.15.0-1-aws'), layout: layout(128) },
];
const needs = { x86_64: ['0 struct task_struct pid', '2 struct task_struct comm'] };
const file = writePack(kernels, needs);

it('gives back every kernel, and stores equal layouts once', () => {
  const pack = new Pack(file);
  expect(pack.index.layouts).toHaveLength(3);
  expect(pack.index.needs).toEqual(needs);
  for (const { kernel, layout } of kernels) {
    const { distribution, version, arch, release } = kernel;
    const number = pack.index.kernels[`${distribution}/${version}/${arch}`]?.[release] ?? -1;
    expect(pack.layout(number).btf.equals(layout)).toBe(true);
  }
});

it('is the same file for the same kernels in another order', () => {
  expect(writePack([...kernels].reverse(), needs).equals(file)).toBe(true);
});

it('shows damage anywhere', () => {
  for (const at of [0, 8, 39, 40, file.length - 1]) {
    const damaged = Buffer.from(file);
    damaged[at] = (damaged[at] as number) ^ 1;
    expect(() => new Pack(damaged)).toThrow(at < 8 ? 'not a pack' : 'damaged: its SHA-256 is another');
  }
  expect(() => new Pack(file.subarray(0, file.length - 1))).toThrow('damaged');
  expect(() => new Pack(Buffer.alloc(0))).toThrow('not a pack');
});

it('refuses a path that is no kernel', () => {
  for (const path of ['debian/12/x86_64', 'debian//x86_64/6.1', 'a/b/c/d/e'])
    expect(() => kernelOf(path)).toThrow('not DISTRIBUTION/VERSION/ARCH/RELEASE');
});
