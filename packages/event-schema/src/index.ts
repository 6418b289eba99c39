/**
 * What can be observed, and how it travels: the catalogue of events, the frame codec, JSON, and the values of arguments.
 * No input or output of its own. The format is described in docs/frame-format.md.
 */

// the catalogue: every event with its arguments, as data (events, findEvent) and as types (EventArguments, EventName)
export { type ContextField, contextFields, contextFlags } from '../events/context';
export { type Argument, type EventDefinition, type WireType, wireTypes } from '../events/define';
export { type ProbeCandidate, type ProbeKind, parseProbe } from '../events/probe';
export { findEvent } from './catalogue';
// reading: FrameReader hands over a LazyEvent, materialize() makes it a PlainEvent; damage is one FrameError
export type { ContextFlags } from './event/context_view';
export { LazyEvent, type PlainEvent } from './event/lazy_event';
// writing: FrameWriter for whole streams, encode... for single frames
export {
  type Container,
  type DictionaryEntry,
  encodeDictionary,
  type Labels,
  type RunningProcess,
} from './frame/dictionary';
export { FrameError, type FrameErrorCode, frameErrors } from './frame/error';
export { contextOffsets, dictionaries, formatVersion, frameKinds, lossReasons, tags } from './frame/format';
export { type EventShape, encodeHeader, type Header, type HeaderInput } from './frame/header';
export { encodeLoss, type Loss, type LossReason } from './frame/loss';
export { type EventSelection, type FrameHandlers, FrameReader } from './frame/reader';
export {
  type End,
  type EventCounts,
  encodeEnd,
  encodeStatistics,
  type Statistics,
  type Totals,
} from './frame/statistics';
export { withArguments } from './frame/with_arguments';
export { type EventInput, FrameWriter } from './frame/writer';
export { eventCount, events, fingerprint } from './generated/catalogue';
export type { EventArguments, EventName } from './generated/event_args';
// JSON lines in Tracee's field names, both ways
export { parseTraceeJson } from './json/from_json';
export { TraceeJsonReader } from './json/json_reader';
export { toJson } from './json/to_json';
// values: text that need not be UTF-8, socket addresses, credentials; and what both commands serve over HTTP
export { type Credentials, credentialsBytes, decodeCredentials, encodeCredentials } from './values/credentials';
export { type ListenAddress, listenAt, parseListenAddress } from './values/listen_address';
export { metricsContentType, metricText, type Sample } from './values/prometheus';
export { decodeSockaddr, encodeSockaddr, type SocketAddress } from './values/sockaddr';
export { decodeText, encodeText } from './values/text';
// names of numbers: flags, signals, commands
export * from './vocabulary';
