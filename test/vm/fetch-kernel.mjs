// fetch-kernel.mjs [SERIES]...: downloads the kernels of kernels.json that are not in the cache, and prints where each one is.
import { exitWith, SetupError } from '../../scripts/setup/report.mjs';
import { fetchKernel, kernels } from './lib/kernels.mjs';

exitWith(() => {
  const wanted = process.argv.slice(2);
  const known = kernels.map(({ series }) => series);
  const unknown = wanted.filter((series) => !known.includes(series));
  if (unknown.length > 0)
    throw new SetupError(`fetch kernel: ${unknown.join(', ')}: not in test/vm/kernels.json (${known.join(', ')})`);
  for (const kernel of kernels)
    if (wanted.length === 0 || wanted.includes(kernel.series))
      process.stdout.write(`${kernel.series} ${fetchKernel(kernel)}\n`);
});
