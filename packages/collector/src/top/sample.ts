import type { CgroupCounts, KernelCounts, NativeModule, ProgramStatistics } from '../native';

/** What is known of the collectors at one moment; all counts since they began. */
export interface Sample {
  /** ms, of any clock that goes on */
  readonly atMs: number;
  readonly programs: readonly ProgramStatistics[];
  /** By collector. */
  readonly counts: ReadonlyMap<number, readonly KernelCounts[]>;
  readonly cgroups: ReadonlyMap<number, readonly CgroupCounts[]>;
}

type Asked = Pick<NativeModule, 'programStatistics' | 'countersOf' | 'cgroupCountsOf'>;

export function takeSample(native: Asked, atMs = performance.now()): Sample {
  const programs = native.programStatistics();
  const collectors = [...new Set(programs.map(({ collector }) => collector))];
  return {
    atMs,
    programs,
    counts: new Map(collectors.map((one) => [one, native.countersOf(one)])),
    cgroups: new Map(collectors.map((one) => [one, native.cgroupCountsOf(one)])),
  };
}
