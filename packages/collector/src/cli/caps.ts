import { CollectError } from '../errors';
import { didYouMean } from '../filter/suggest';
import { type Capability, capabilityNames } from '../kernel/capabilities';

/** What becomes of privileges once events are traced. */
export interface Caps {
  /** Keep all. */
  readonly cancelDrop: boolean;
  /** When they cannot be dropped: say so and go on. */
  readonly allowFailedDrop: boolean;
  /** Kept beside what is needed, and not kept though it is. */
  readonly add: readonly Capability[];
  readonly remove: readonly Capability[];
}

const words = ['allow-failed-drop', 'cancel-drop', 'add=', 'add!='] as const;
const truths: Readonly<Record<string, boolean>> = { '': true, true: true, '1': true, false: false, '0': false };

/** The values of --caps. */
export function parseCaps(values: readonly string[]): Caps {
  const switches = { 'allow-failed-drop': false, 'cancel-drop': false };
  const [add, remove]: [Capability[], Capability[]] = [[], []];
  for (const value of values) {
    const [, name = '', operator = '', text = ''] = /^([^=!]*)(!?=)?(.*)$/s.exec(value) ?? [];
    if (name === 'add' && operator !== '') (operator === '=' ? add : remove).push(...text.split(',').map(capability));
    else if ((name === 'allow-failed-drop' || name === 'cancel-drop') && operator !== '!=' && text in truths)
      switches[name] = truths[text] as boolean;
    else throw wrong(value, `not known (${didYouMean(name, words, 'see --help')})`);
  }
  return { allowFailedDrop: switches['allow-failed-drop'], cancelDrop: switches['cancel-drop'], add, remove };
}

function capability(text: string): Capability {
  const name = text.toLowerCase().replace(/^cap_/, '');
  if (!capabilityNames.includes(name))
    throw wrong(text, `no such capability (${didYouMean(name, capabilityNames, 'for example CAP_SYS_PTRACE')})`);
  return name as Capability;
}

const wrong = (value: string, found: string): CollectError => new CollectError('usage', `--caps: "${value}": ${found}`);
