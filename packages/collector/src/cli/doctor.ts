import { parseArgs } from 'node:util';
import { events } from '@tracee/event-schema';
import { withBtfPath } from '../btf/btf_path';
import { selfCheck } from '../btf/check_btf';
import { type Choice, choose, describe, noBtf, requireChoice, type Step, type Survey } from '../btf/choose';
import { surveyHost } from '../btf/survey';
import { CollectError } from '../errors';
import { kernelFeatures } from '../kernel/features';
import { checkMachine, thisMachine } from '../kernel/requirements';
import { tryEvents } from '../kernel/try_events';
import { loadNative } from '../load_native';
import type { NativeModule } from '../native';
import { byReason } from './unavailable_text';

export const doctorUsage = `tracee-collect doctor [--btf-nearest]

Says what tracee-collect would do on this machine and why: the steps by which it finds BTF, what each looked for, and which is taken;
what the kernel lets BPF do; whether an event of a child of its own comes back as it was; and which events would be unavailable.
Exit status 0 when events can be traced; otherwise that of tracee-collect, and the reason at the end.
`;

const options = { 'btf-nearest': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Writes the report, part by part; throws the CollectError that keeps tracee-collect from tracing. */
export async function doctor(args: readonly string[], env: Environment, print: (text: string) => void): Promise<void> {
  const { values } = parse(args);
  if (values.help) return print(doctorUsage);
  const survey = surveyHost(env, values['btf-nearest'] === true);
  const { choice, steps } = choose(survey);
  print(hostLines(survey));
  print(stepLines(steps));
  print(`decision\n  ${choice === undefined ? 'none: no BTF of this kernel' : decision(choice, survey)}\n`);
  checkMachine(thisMachine());
  const native = loadNative();
  print(featureLines(native));
  if (choice === undefined) throw new CollectError('unsupported', noBtf(survey.host));
  await trial(native, requireChoice(survey), survey, print);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options });
  } catch (error) {
    throw new CollectError('usage', `doctor: ${(error as Error).message} (see tracee-collect doctor --help)`);
  }
}

const hostLines = ({ host }: Survey): string =>
  `host\n  ${host.distribution || 'unknown distribution'} ${host.version} (${host.source}), ${host.arch}\n  kernel ${host.release}, ${host.build}\n`;

function stepLines(steps: readonly Step[]): string {
  const lines = steps.flatMap(({ number, title, looked, taken }) => [
    `  (${number}) ${title}: ${taken ? 'yes' : 'no'}`,
    ...looked.map((line) => `        ${line}`),
  ]);
  return `BPF object and BTF\n${lines.join('\n')}\n`;
}

const decision = ({ btf, objects }: Choice, { host }: Survey): string =>
  `${objects.map(({ probes, path }) => `${probes} (${path})`).join(', else ')}, with ${describe(btf, host)}`;

function featureLines(native: NativeModule): string {
  const features = kernelFeatures(native);
  const width = Math.max(...features.map(({ name }) => name.length));
  return `kernel features\n${features.map(({ name, error }) => `  ${name.padEnd(width)}  ${error === undefined ? 'yes' : `no: ${error}`}\n`).join('')}`;
}

/** Loads and attaches everything, for nobody, and traces one child. */
async function trial(
  native: NativeModule,
  choice: Choice,
  { host }: Survey,
  print: (text: string) => void,
): Promise<void> {
  await withBtfPath(choice.btf, async (path) => {
    const programs = { objects: choice.objects, ...(path === undefined ? {} : { btf: path }) };
    print('self-check\n');
    await selfCheck(native, choice, path, host);
    print('  an exec of a child came back as it was\n');
    const { probes, unavailable } = await tryEvents(native, programs);
    print(`events\n  ${events.length - unavailable.length} of ${events.length} available (${probes} probes)\n`);
    for (const [reason, names] of byReason(unavailable)) print(`  unavailable: ${names.join(', ')}: ${reason}\n`);
  });
}
