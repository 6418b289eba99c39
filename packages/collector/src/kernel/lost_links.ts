import { FrameWriter, findEvent } from '@tracee/event-schema';
import type { Scope } from '../filter/condition';
import type { LostLink, NativeSession } from '../native';
import { type Probe, treePrograms } from '../probes';
import { sinceBoot } from '../stream/clock';

const detached = findEvent('probe_detached');

export interface LostLinksOptions {
  /** By event: the probes that report it now. */
  readonly probes: () => ReadonlyMap<string, readonly Probe[]>;
  readonly warn: (message: string) => void;
  /** The trees of processes may have missed some. */
  readonly treeLost: () => void;
}

/** Notices when somebody else detaches a program of ours: says so, and attaches it again. */
export class LostLinks {
  #lastLooked = sinceBoot();

  constructor(
    private readonly session: Pick<NativeSession, 'repairLinks' | 'inject'>,
    private readonly options: LostLinksOptions,
  ) {}

  /** `scopes`: those in force. */
  look(scopes: readonly Scope[]): void {
    const now = sinceBoot();
    for (const lost of this.session.repairLinks()) this.#tell(lost, scopes, now);
    this.#lastLooked = now;
  }

  #tell(lost: LostLink, scopes: readonly Scope[], now: bigint): void {
    const events = this.#eventsOf(lost.program);
    const again = lost.error === undefined;
    this.options.warn(
      `program ${lost.program}: not attached any more: ${lost.found}; ${again ? 'it is attached again' : `it cannot be attached again: ${lost.error}`} (events that it reports: ${events.join(', ') || 'none by itself'})`,
    );
    if (again && Object.values<string>(treePrograms).includes(lost.program)) this.options.treeLost();
    const bits = scopes.reduce(
      (all, { events }, i) => (events.has(detached?.id ?? -1) ? all | (1n << BigInt(i)) : all),
      0n,
    );
    if (bits === 0n) return;
    const args = {
      program: lost.program,
      events,
      found: lost.found,
      last_attached: this.#lastLooked,
      attached_again: again,
    };
    this.session.inject(
      new FrameWriter().event({ eventName: 'probe_detached', timestamp: now, scopes: bits, args }).take(),
    );
  }

  /** Of a system call's programs, there are hundreds. */
  #eventsOf(program: string): string[] {
    return [...this.options.probes()]
      .filter(([, probes]) =>
        probes.some(
          ({ programs, optional = [], tails = [] }) =>
            programs.includes(program) || optional.includes(program) || tails.some((tail) => tail.program === program),
        ),
      )
      .map(([name]) => name);
  }
}
