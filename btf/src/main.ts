import { parseArgs } from 'node:util';
import { cachedPath, isCached, write } from './cache';
import { kernelOf, pathOf } from './kernel';
import { makePack, mostBytes, staleness } from './make_pack';
import { importArchive } from './sources/archive';
import { debianPackages, fetchDebian } from './sources/debian';
import { btfOfFile } from './sources/file';

const usage = `npm run btf -- [options]: makes packages/collector/btf/minimal.pack from the kernels in the cache.

  --debian                          fetch first what Debian offers and the cache lacks (about 80 MB a kernel)
  --archive PATH [--only TEXT]      take first what a BTFHub archive has, a directory or a tar file (with TEXT in its path)
  --file PATH --as D/V/ARCH/RELEASE take first one vmlinux, or file of BTF, as the kernel of that name
  --drop-missing                    leave out kernels whose BTF would be needed again and is not in the cache
  --check                           only say whether the pack fits the BPF object
`;

const options = {
  debian: { type: 'boolean' },
  archive: { type: 'string' },
  only: { type: 'string' },
  file: { type: 'string' },
  as: { type: 'string' },
  'drop-missing': { type: 'boolean' },
  check: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Makes the pack; the exit code. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (values.check) {
    const stale = staleness();
    if (stale !== undefined) say(stale);
    return stale === undefined ? 0 : 1;
  }
  if ((values.file === undefined) !== (values.as === undefined))
    throw new Error('--file and --as: one without the other');
  const failures = values.debian ? await fetchAllOfDebian() : 0;
  if (values.archive !== undefined)
    for (const kernel of importArchive(values.archive, values.only ?? '')) say(`imported ${pathOf(kernel)}`);
  if (values.file !== undefined && values.as !== undefined)
    write(cachedPath(kernelOf(values.as)), btfOfFile(values.file));
  const { kernels, kept, layouts, bytes, changed } = makePack(values['drop-missing'] === true, say);
  say(`${kernels} kernels (${kept} as they were), ${layouts} layouts, ${bytes} bytes${changed ? '' : ': unchanged'}`);
  if (bytes > mostBytes) throw new Error(`pack: ${bytes} bytes: more than ${mostBytes}`);
  return failures > 0 ? 1 : 0;
}

/** Debian takes kernels away while its lists still name them: one that fails stops no other. */
async function fetchAllOfDebian(): Promise<number> {
  const missing = debianPackages().filter(({ kernel }) => !isCached(kernel));
  let failures = 0;
  for (const [i, found] of missing.entries()) {
    say(`${i + 1}/${missing.length} fetching ${found.name}`);
    try {
      await fetchDebian(found);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const gone = /404 +Not Found/.test(message);
      if (!gone) failures++;
      say(gone ? `not fetched: ${found.name} is gone` : `not fetched: ${message}`);
    }
  }
  return failures;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
