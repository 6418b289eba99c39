export * from './conditions';
export { type ExitCode, exitCodes, RulesError } from './exit_codes';
export { loadSignatures, type Selection } from './load/load_signatures';
export { Engine, type EngineOptions, neededEvents, type Outcomes } from './match/engine';
export type { EngineRecord, Failure, Finding } from './match/finding';
export type { Process } from './match/process_tree';
export { jsonLine } from './output/json';
export type { Meta } from './signature/meta';
export { parsedArguments } from './signature/parsed_arguments';
export { type Severity, severities, tactics } from './signature/ranks';
export type {
  Conditional,
  Detection,
  Event,
  Handler,
  Handlers,
  SeenFinding,
  Signature,
  SignatureClass,
  Surroundings,
  Value,
} from './signature/signature';
// state: what a signature remembers, in the time of the events
export { count } from './state/count';
export type { Duration } from './state/duration';
export type { Key } from './state/key';
export { sequence } from './state/sequence';
export { step } from './state/step';
export { Store, type StoreBounds, store } from './state/store';
export { event } from './tester/event';
export type { Case, Cases, FiringCase } from './tester/problems';
export { testSignature } from './tester/test_signature';
// conditions that are checked before anything is decoded
export { all, any, type Condition, conditionText, not } from './where/condition';
export type { BytesField, NumberField, TextField, TextsField, TextTests } from './where/fields';
export { holds } from './where/holds';
export { conditionOf, type Fields, type Where } from './where/where';
