import { setTimeout } from 'node:timers/promises';
import { FrameError } from '@tracee/event-schema';
import type { Logger } from 'winston';
import type { Delivery } from '../deliver/open_outputs';
import { type ExitCode, RulesError } from '../exit_codes';
import type { Decoder, DecoderHandlers } from '../input/decoder';
import type { Reading, Source } from '../input/source';
import { onReload } from '../load/reload';
import { Engine, neededEvents, tracedEvents } from '../match/engine';
import { againMilliseconds, guarded, threadMilliseconds } from '../match/guard';
import { Losses } from '../match/losses';
import { counted } from '../output/counted';
import type { Sink } from '../output/sink';
import { reason } from '../reason';
import type { Signature } from '../signature/signature';
import type { Suppression } from '../suppress/suppression';
import { serve } from './listen';
import { metricsText } from './metrics';
import { failureText, missingEventsText } from './reports';
import type { Stop } from './stop';
import { Tally } from './tally';

/** Time for async handlers to answer when the input has ended. */
const settleMilliseconds = 2000;

export interface Watched {
  readonly source: Source;
  readonly decode: (handlers: DecoderHandlers, eventNames: readonly string[]) => Decoder;
  readonly signatures: readonly Signature[];
  readonly sink: Sink;
  readonly deliveries: readonly Delivery[];
  readonly suppression: Suppression | undefined;
  readonly reload: { readonly directories: readonly string[]; load(): Promise<readonly Signature[]> };
  readonly served: { readonly metrics: string | undefined; readonly healthz: string | undefined };
  readonly stop: Stop;
  readonly log: Logger;
}

/** Reads the source to its end, or until stopped: source, decoder, engine, sink, and a last line about it all. */
export async function watch(watched: Watched): Promise<ExitCode> {
  const { source, decode, signatures, sink, deliveries, suppression, reload, served, stop, log } = watched;
  const tally = new Tally();
  const losses = new Losses(signatures);
  const engine = new Engine(
    signatures,
    {
      found: (finding) => {
        sink.finding(losses.attach(finding));
        tally.findings++;
      },
      failed: (failure) => log.error(failureText(failure)),
      recorded: (record) => {
        if (record.kind === 'quarantined') log.error(`signature ${record.meta.name}: ${record.message}`);
        sink.record(record);
      },
    },
    { timeBudget: source.live },
  );
  const names = neededEvents(signatures);
  const decoder = decode(handlers(engine, tally, losses, signatures, log), tracedEvents(signatures));
  log.info(
    `ready: ${counted(signatures.length, 'signature')} on ${counted(names.length, 'event')}, reading ${source.name}`,
  );
  const text = () => metricsText(engine, tally, decoder, deliveries);
  const server = await serve({
    metrics: served.metrics === undefined ? undefined : { address: served.metrics, text },
    healthz: served.healthz === undefined ? undefined : { address: served.healthz },
  });
  const forget = source.live
    ? onReload(reload.directories, () => void exchange(reload, engine, decoder, log))
    : undefined;
  const reading = source.read((chunk, next) => {
    stop.patient = source.live;
    return take(decoder, engine, sink, chunk, next);
  });
  let code = await ending(reading, decoder, stop).catch((error) => damage(error, source, log));
  await Promise.race([engine.settled(), setTimeout(settleMilliseconds, undefined, { ref: false }), stop.forced]);
  await Promise.race([sink.end(), stop.forced]);
  forget?.();
  server.close();
  tally.events = decoder.events;
  for (const { name, queue } of deliveries) {
    queue?.save();
    if (queue?.keptIn !== undefined)
      log.warn(
        `output ${name}: findings wait for the next run in ${queue.keptIn}: ${reason(queue.lastError ?? 'it is too slow')}`,
      );
    if (queue !== undefined && (queue.dropped > 0 || queue.waitingCount > 0))
      log.warn(
        `output ${name}: ${queue.dropped + queue.waitingCount} findings not delivered: ${reason(queue.lastError ?? 'it is too slow')}`,
      );
  }
  for (const { signature, reason: why, count } of suppression?.counts() ?? [])
    if (count > 0) log.info(`suppressed ${counted(count, 'finding')} of ${signature}: ${why}`);
  for (const remark of decoder.remarks()) log.warn(`${source.name}: ${remark}`);
  for (const remark of engine.remarks()) log.warn(remark);
  for (const remark of losses.remarks()) log.warn(remark);
  log.log(tally.lost > 0n ? 'warn' : 'info', String(tally));
  if (code === 'ok' && engine.counts().some(({ failures, quarantined }) => failures > 0 || quarantined !== undefined))
    code = 'handler';
  return code;
}

/** Other signatures from the next chunk on; when they do not load, those that run stay. */
async function exchange(reload: Watched['reload'], engine: Engine, decoder: Decoder, log: Logger): Promise<void> {
  try {
    const signatures = await reload.load();
    engine.use(signatures);
    decoder.select(tracedEvents(signatures));
    log.info(`reloaded: ${counted(signatures.length, 'signature')}`);
  } catch (error) {
    log.error(`reload: the signatures that run stay: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Matches a chunk, and what comes within a moment, until findings have to wait for their reader; a handler that does not return is found
 * out, and the rest goes on without it.
 */
function take(decoder: Decoder, engine: Engine, sink: Sink, first: Buffer, next: () => Buffer | undefined) {
  let chunk: Buffer | undefined = first;
  let todo = 'push' as 'push' | 'again' | 'flush';
  let held: Promise<void> | undefined;
  const work = () => {
    while (chunk !== undefined && held === undefined) {
      if (todo !== 'flush') decoder[todo](chunk);
      todo = 'flush';
      held = sink.flush();
      if (held === undefined) chunk = next();
      todo = 'push';
    }
  };
  let isDone = guarded(work);
  while (!isDone) {
    if (todo !== 'flush') {
      engine.interrupted(threadMilliseconds());
      todo = 'again';
    }
    isDone = guarded(work, againMilliseconds);
  }
  return held;
}

const handlers = (
  engine: Engine,
  tally: Tally,
  losses: Losses,
  signatures: readonly Signature[],
  log: Logger,
): DecoderHandlers => ({
  event: (event) => engine.match(event),
  process: (process) => engine.learn(process),
  header: ({ events }) => {
    tally.stream();
    losses.stream();
    const missing = missingEventsText(signatures, new Set(events.map(({ name }) => name)));
    if (missing !== undefined) log.warn(missing);
  },
  loss: (loss) => {
    tally.loss(loss.count);
    losses.add(loss);
  },
  totals: ({ lost }) => tally.totals(lost),
  end: ({ reason }) => {
    if (reason === 'error') log.warn('the collector stopped because of an error; its own messages say which');
  },
});

/** Who was asked to stop does not complain that the input is not complete. */
async function ending(reading: Reading, decoder: Decoder, stop: Stop): Promise<ExitCode> {
  stop.watches(reading);
  await Promise.race([reading.done, stop.now]);
  if (!stop.asked) decoder.finish();
  return 'ok';
}

function damage(error: unknown, source: Source, log: Logger): ExitCode {
  const isDamage = error instanceof FrameError || (error instanceof RulesError && error.code === 'input');
  if (!isDamage) throw error;
  log.error(`${source.name}: ${error.message}`);
  return 'input';
}
