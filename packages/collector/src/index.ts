export {
  Collector,
  type CollectorOptions,
  defaultQueueBytes,
  defaultRingBytes,
  type Sink,
  type Started,
  type StopReason,
  type Summary,
} from './collector';
export { CollectError } from './errors';
export { type ErrorCode, exitCodes } from './exit_codes';
export type { Scope } from './filter/condition';
export { type Expression, parseExpression, parseExpressions } from './filter/grammar';
export { matchScopes, type TaskFacts } from './filter/match';
export { selectEvents } from './filter/select_events';
export { type BpfObject, builtObjects, type ProbeBuild } from './kernel/load';
export type { Unavailable } from './kernel/plan';
export { checkMachine, type Machine, thisMachine } from './kernel/requirements';
export { loadNative } from './load_native';
export type {
  Attachment,
  Counters,
  EventCounters,
  LoadOptions,
  NativeModule,
  NativeSession,
  SinkOptions,
} from './native';
