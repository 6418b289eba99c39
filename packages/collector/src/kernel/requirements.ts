import { readFileSync } from 'node:fs';
import { CollectError } from '../errors';

/** What decides whether BPF programs can be loaded here at all. */
export interface Machine {
  readonly platform: string;
  /** Effective capabilities, a bit each. */
  readonly capabilities: bigint;
  /** Text of /sys/kernel/security/lockdown; '' where there is none. */
  readonly lockdown: string;
}

const capability = { CAP_SYS_ADMIN: 21n, CAP_PERFMON: 38n, CAP_BPF: 39n } as const;
const replay = 'a recording needs none of this: tracee-rules --input FILE';

/** Throws when this machine, or this user, cannot load BPF programs. */
export function checkMachine(machine: Machine): void {
  if (machine.platform !== 'linux') {
    throw new CollectError('unsupported', `start: ${machine.platform}: BPF needs Linux (${replay})`);
  }
  const missing = missingCapabilities(machine.capabilities);
  if (missing.length > 0) {
    throw new CollectError(
      'permission',
      `start: this user has no ${missing.join(' and no ')} (run as root: sudo tracee-collect ...; in a container: cap_add, docs/deployment.md; ${replay})`,
    );
  }
  if (machine.lockdown.includes('[confidentiality]')) {
    throw new CollectError(
      'unsupported',
      `start: kernel lockdown is "confidentiality", which forbids BPF to read the kernel (boot with lockdown=integrity or none; ${replay})`,
    );
  }
}

/** CAP_SYS_ADMIN stands for the others. */
function missingCapabilities(have: bigint): string[] {
  const has = (name: keyof typeof capability) => ((have >> capability[name]) & 1n) === 1n;
  return has('CAP_SYS_ADMIN') ? [] : (['CAP_BPF', 'CAP_PERFMON'] as const).filter((name) => !has(name));
}

export function thisMachine(): Machine {
  const text = (path: string) => {
    try {
      return readFileSync(path, 'latin1');
    } catch {
      return '';
    }
  };
  const effective = /^CapEff:\s+([0-9a-f]+)/m.exec(text('/proc/self/status'))?.[1] ?? '0';
  return {
    platform: process.platform,
    capabilities: BigInt(`0x${effective}`),
    lockdown: text('/sys/kernel/security/lockdown'),
  };
}
