import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../package_folder';
import { type Host, reason } from './host';
import { type Layout, Pack } from './pack';
import { nearestRelease, seriesOf } from './series';

export const packPath = join(packageFolder(__dirname), 'btf/minimal.pack');

/** BTF that was found, or where it was looked for in vain. */
export type Finding<T> = { readonly found: T; readonly where: string } | { readonly missing: string };

export interface EmbeddedBtf extends Layout {
  /** Release it was made from: that of the host, except for the nearest. */
  readonly release: string;
}

/** Minimal BTF of the kernel that runs here. `nearest`: of another one of its series, when all of them agree. */
export function findEmbedded(host: Host, nearest: boolean, path = packPath): Finding<EmbeddedBtf> {
  let pack: Pack;
  try {
    pack = new Pack(readFileSync(path));
  } catch (error) {
    return { missing: `${path}: ${reason(error)}` };
  }
  const { distribution, version, arch, release } = host;
  const group = [distribution, version, arch].join('/');
  const releases = pack.index.kernels[group] ?? {};
  const number = releases[release];
  if (number !== undefined) return { found: { release, ...pack.layout(number) }, where: `${group}/${release}` };
  if (nearest) return findNearest(pack, group, release);
  const elsewhere = otherGroup(pack, arch, release);
  const hint =
    elsewhere && `; there is one of ${elsewhere}: if that is the host, name its os-release file in OSRELEASE_FILE`;
  return {
    missing: `${group}/${release} (by ${host.source} and uname): not among the kernels of ${path}${hint ?? ''}`,
  };
}

function findNearest(pack: Pack, group: string, wanted: string): Finding<EmbeddedBtf> {
  const series = seriesOf(wanted);
  const same = Object.entries(pack.index.kernels[group] ?? {}).filter(([release]) => seriesOf(release) === series);
  const numbers = new Set(same.map(([, number]) => number));
  const release = nearestRelease(
    wanted,
    same.map(([of]) => of),
  );
  const [number] = numbers;
  if (release === undefined || number === undefined)
    return { missing: `${group}/${wanted}: no kernel of the series ${series}` };
  if (numbers.size > 1) {
    const groups = [...numbers].map((of) =>
      same
        .filter(([, layout]) => layout === of)
        .map(([name]) => name)
        .join(', '),
    );
    return {
      missing: `${group}/${wanted}: the kernels of its series differ, so that none may stand for it: ${groups.join(' | ')}`,
    };
  }
  return { found: { release, ...pack.layout(number) }, where: `${group}/${release}` };
}

/** Where else the release is known: the os-release file may be that of a container. */
function otherGroup(pack: Pack, arch: string, release: string): string | undefined {
  const [group] =
    Object.entries(pack.index.kernels).find(([of, releases]) => of.endsWith(`/${arch}`) && release in releases) ?? [];
  return group;
}
