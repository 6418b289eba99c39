import { CollectError } from '../errors';
import type { BpfObject } from '../kernel/load';
import type { EmbeddedBtf, Finding } from './embedded';
import type { GivenObject } from './given_file';
import type { Host } from './host';

/** What decides which BPF object runs with which BTF. Looking into packs and caches is put off until it is asked for. */
export interface Survey {
  readonly host: Host;
  /** TRACEE_BPF_FILE and TRACEE_BTF_FILE, checked. */
  readonly givenObject?: GivenObject;
  readonly givenBtf?: string;
  /** The kernel shows BTF of its own. */
  readonly kernelBtf: boolean;
  /** In the order in which they are tried: the typed build needs the kernel's own BTF. */
  readonly objects: readonly BpfObject[];
  embedded(): Finding<EmbeddedBtf>;
  built(): Finding<Buffer>;
}

export type Btf =
  /** The kernel's own. */
  | { readonly of: 'kernel' }
  | { readonly of: 'file'; readonly path: string }
  /** `release` is that of another kernel after --btf-nearest. */
  | { readonly of: 'embedded'; readonly bytes: Buffer; readonly id: string; readonly release: string }
  | { readonly of: 'built'; readonly bytes: Buffer; readonly path: string }
  /** The object was compiled for this kernel. */
  | { readonly of: 'none' };

export interface Step {
  readonly number: 1 | 2 | 3 | 4 | 5;
  /** What the step would load. */
  readonly title: string;
  /** What was looked for, where, and what was there. */
  readonly looked: readonly string[];
  readonly taken: boolean;
}

export interface Choice {
  readonly objects: readonly BpfObject[];
  readonly btf: Btf;
}

const ownBtf = '/sys/kernel/btf/vmlinux';

/** The first of five steps that has all it needs; `steps` says of each why. Without a choice, none had. */
export function choose(survey: Survey): { readonly choice?: Choice; readonly steps: readonly Step[] } {
  const { givenObject, givenBtf, kernelBtf } = survey;
  const object = givenObject ? `TRACEE_BPF_FILE: ${givenObject.path}` : 'TRACEE_BPF_FILE: not set';
  const btf = [
    givenBtf ? `TRACEE_BTF_FILE: ${givenBtf}` : 'TRACEE_BTF_FILE: not set',
    `${ownBtf}: ${kernelBtf ? 'there' : 'not there'}`,
  ];
  const present: Btf | undefined = givenBtf ? { of: 'file', path: givenBtf } : kernelBtf ? { of: 'kernel' } : undefined;
  const objects = survey.objects.filter(({ probes }) => kernelBtf || probes === 'raw');
  const steps: Step[] = [];
  const step = (title: string, looked: readonly string[], choice: Choice | undefined) => {
    steps.push({ number: (steps.length + 1) as Step['number'], title, looked, taken: choice !== undefined });
    return choice;
  };
  const choice =
    step(
      'the given object, relocated to BTF',
      [object, ...btf],
      givenObject && present && { objects: [givenObject], btf: present },
    ) ??
    step(
      'the given object, built for this kernel',
      [object],
      givenObject && { objects: [givenObject], btf: { of: 'none' } },
    ) ??
    step("the package's object, relocated to BTF", btf, present && { objects, btf: present }) ??
    fromFinding(step, "the package's object and minimal BTF", survey.embedded(), ({ btf: bytes, id, release }) => ({
      objects,
      btf: { of: 'embedded', bytes, id, release },
    })) ??
    fromFinding(step, "the package's object and BTF built on this host", survey.built(), (bytes, path) => ({
      objects,
      btf: { of: 'built', bytes, path },
    }));
  return choice === undefined ? { steps } : { choice, steps };
}

type Take = (title: string, looked: readonly string[], choice: Choice | undefined) => Choice | undefined;

function fromFinding<T>(
  step: Take,
  title: string,
  finding: Finding<T>,
  choose: (found: T, where: string) => Choice,
): Choice | undefined {
  if ('missing' in finding) return step(title, [finding.missing], undefined);
  return step(title, [`${finding.where}: there`], choose(finding.found, finding.where));
}

/** What a user reads when no step had what it needs, or the given object cannot do with what there is. */
export function requireChoice(survey: Survey): Choice {
  const { choice, steps } = choose(survey);
  if (choice === undefined) throw new CollectError('unsupported', [noBtf(survey.host), ...looked(steps)].join('\n'));
  if (choice.btf.of === 'none' && survey.givenObject?.relocates)
    throw new CollectError(
      'unsupported',
      `TRACEE_BPF_FILE: ${survey.givenObject.path}: needs BTF, and neither the kernel nor TRACEE_BTF_FILE gives it (name BTF of ${survey.host.release} in TRACEE_BTF_FILE, or leave out TRACEE_BPF_FILE)`,
    );
  return choice;
}

export const noBtf = ({ release }: Host): string =>
  `start: ${release}: no BTF of this kernel was found (name a file of it in TRACEE_BTF_FILE, or make it here with clang and the kernel's headers: tracee-collect build)`;

/** Without the steps for a given object: there is none. */
const looked = (steps: readonly Step[]): string[] =>
  steps
    .slice(2)
    .flatMap(({ number, title, looked }) => [`  (${number}) ${title}`, ...looked.map((line) => `      ${line}`)]);

/** The BTF in a few words, for messages. */
export function describe(btf: Btf, host: Host): string {
  if (btf.of === 'kernel') return "the kernel's own BTF";
  if (btf.of === 'file') return `BTF of TRACEE_BTF_FILE, ${btf.path}`;
  if (btf.of === 'embedded')
    return `minimal BTF of ${host.distribution} ${host.version} ${host.arch} ${btf.release}, layout ${btf.id}`;
  if (btf.of === 'built') return `BTF built on this host, ${btf.path}`;
  return 'no BTF';
}
