import type { Programs } from '../collector';
import type { NativeModule } from '../native';
import { withBtfPath } from './btf_path';
import { checkBtf } from './check_btf';
import { type Choice, describe, requireChoice } from './choose';
import type { Host } from './host';
import { surveyHost } from './survey';

/** Which BPF object runs with which BTF on this machine. */
export interface Source extends Choice {
  readonly host: Host;
}

interface Log {
  warn(message: string): unknown;
  debug(message: string): unknown;
}

/** Takes the first of the five steps (choose.ts) that has all it needs. Throws a CollectError when none has. */
export function chooseSource(env: Readonly<Record<string, string | undefined>>, nearest: boolean, log: Log): Source {
  const survey = surveyHost(env, nearest);
  const { host } = survey;
  const choice = requireChoice(survey);
  log.debug(`uses ${describe(choice.btf, host)}`);
  if (choice.btf.of === 'embedded' && choice.btf.release !== host.release)
    log.warn(
      `BTF of ${choice.btf.release} is used for ${host.release}, since all known kernels of the series agree (--btf-nearest)`,
    );
  return { ...choice, host };
}

/** Runs `use` with what was chosen, once what is read with it has proved true. */
export function withSource<T>(
  native: NativeModule,
  source: Source,
  use: (programs: Programs) => Promise<T>,
): Promise<T> {
  return withBtfPath(source.btf, async (path) => {
    await checkBtf(native, source, path, source.host);
    return use({ objects: source.objects, ...(path === undefined ? {} : { btf: path }) });
  });
}
