import { type Handlers, type Meta, parsedArguments, type Signature } from '../../src/index';

export default class ClassicDynamicCodeLoading implements Signature {
  readonly meta = {
    id: 'TRC-4',
    name: 'classic_dynamic_code_loading',
    title: 'Dynamic code loading',
    version: '1.0.0',
    severity: 'medium',
    tactic: 'defense-evasion',
    technique: { id: 'T1027', name: 'Obfuscated Files or Information' },
    description:
      'Memory that was writable and executable became executable only: code that was unpacked is about to run.',
    misses: ['code that stays writable', 'just-in-time compilers do the same by design'],
  } satisfies Meta;

  readonly on = {
    mem_prot_alert: (event) => (parsedArguments(event).alert === 'Protection changed from W+E to E!' ? {} : undefined),
  } satisfies Handlers;
}
