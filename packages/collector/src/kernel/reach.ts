import { existsSync, readFileSync } from 'node:fs';
import type { EventDefinition, ProbeKind } from '@tracee/event-schema';
import { type BtfNames, btfNames } from '../btf/names';
import type { NativeModule } from '../native';
import { additionsTo, type Probe, probesOf } from '../probes';

/** What of an object cannot be used here, each with the reason; filled in as the kernel refuses. */
export interface Reach {
  readonly programs: Map<string, string>;
  readonly kinds: Map<ProbeKind, string>;
}

export const nothingKnown = (): Reach => ({ programs: new Map(), kinds: new Map() });

const typedKinds: readonly ProbeKind[] = ['fentry', 'fexit', 'fentry+fexit'];
const kprobeKinds: readonly ProbeKind[] = ['kprobe', 'kretprobe'];

/** What is known of a kernel before it is asked to load something. */
export interface KernelFacts {
  readonly kprobes: boolean;
  /** In the kernel's own BTF, where it has some: names of its functions and types. */
  readonly names: Pick<BtfNames, 'has'> | undefined;
  /** Number of bpf_rdonly_cast in it; 0 where there is none. */
  readonly plainCast?: number;
  /** Whether it permits programs on functions, where it has them: asked when some are wanted, and taken for granted otherwise. */
  readonly permitsTyped?: () => boolean;
}

const notPermitted = 'not permitted on this kernel (EPERM)';

export function thisKernel(native: Pick<NativeModule, 'features'>): KernelFacts {
  const btf = '/sys/kernel/btf/vmlinux';
  const names = existsSync(btf) ? btfNames(readFileSync(btf)) : undefined;
  return {
    kprobes: existsSync('/sys/bus/event_source/devices/kprobe'),
    names,
    plainCast: names?.functionId('bpf_rdonly_cast') ?? 0,
    permitsTyped: () =>
      native.features('fentry', names?.functionId('bpf_fentry_test1'))[0]?.error !== 'Operation not permitted',
  };
}

/** Why a probe cannot be used; undefined when nothing speaks against it. */
export function obstacle(
  { kind, programs, tails = [] }: Probe,
  { programs: failed, kinds }: Reach,
): string | undefined {
  const barred = kinds.get(kind);
  if (barred !== undefined) return barred;
  const needed = [...programs, ...tails.map((tail) => tail.program)];
  const program = needed.find((name) => failed.has(name));
  return program === undefined ? undefined : failed.get(program);
}

/** A tracepoint has a type there, a function its name. Without BTF tracepoints are tried, as raw programs need none. */
function isInBtf(kind: ProbeKind, name: string, names: KernelFacts['names']): boolean {
  if (kind === 'tracepoint') return names === undefined || names.has(`btf_trace_${name}`);
  return !typedKinds.includes(kind) || names?.has(name) === true;
}

/**
 * The reach of an object before it is loaded. libbpf loads all programs or none, so that each function that is missing would cost a load:
 * a function or tracepoint whose name is not in the kernel's BTF is not tried, and none where the kernel permits no program on a function,
 * which a program of two instructions tells.
 */
export function expectedReach(
  build: 'typed' | 'raw',
  events: readonly EventDefinition[],
  { kprobes, names, permitsTyped = () => true }: KernelFacts,
): Reach {
  const reach = nothingKnown();
  const probes = events.flatMap(probesOf).flat();
  const barTyped = (reason: string) => {
    for (const kind of typedKinds) reach.kinds.set(kind, reason);
  };
  if (build === 'raw') barTyped('not with the raw programs');
  else if (probes.some(({ kind }) => typedKinds.includes(kind)) && !permitsTyped()) barTyped(notPermitted);
  if (!kprobes) for (const kind of kprobeKinds) reach.kinds.set(kind, 'this kernel has no kprobes');
  for (const { kind, title, programs } of probes) {
    const [, name = ''] = title.split(' ');
    if (reach.kinds.has(kind) || isInBtf(kind, name, names)) continue;
    for (const program of programs) reach.programs.set(program, 'not in the BTF of this kernel');
  }
  for (const { kind, programs } of events.flatMap(additionsTo)) {
    const barred = reach.kinds.get(kind);
    if (barred !== undefined) for (const program of programs) reach.programs.set(program, barred);
  }
  return reach;
}

/** Notes that the kernel refused a program. A whole kind that it does not permit is not tried again. */
export function noteRefusal(reach: Reach, probe: Probe, program: string, reason: string, isForbidden: boolean): void {
  if (!isForbidden || !typedKinds.includes(probe.kind)) reach.programs.set(program, reason);
  else for (const kind of typedKinds) reach.kinds.set(kind, notPermitted);
}
