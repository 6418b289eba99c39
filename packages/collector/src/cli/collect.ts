import { isatty } from 'node:tty';
import { chooseSource, withSource } from '../btf/source';
import { Collector, type Started, type Summary } from '../collector';
import { CollectError, messageOf } from '../errors';
import { checkMachine, thisMachine } from '../kernel/requirements';
import { loadNative } from '../load_native';
import { parseOutputs } from '../output/choice';
import { openOutput } from '../output/open';
import { ReadyFile } from '../output/ready_file';
import { onPolicyChange } from '../policy/watch';
import { serve } from '../serve/http';
import { dropPrivileges } from './drop_privileges';
import { type Ending, stopSignal, timeOver } from './endings';
import type { Log } from './log';
import type { Options } from './options';
import { ownView, viewProblems } from './own_namespaces';
import { routes } from './routes';
import { byReason, unavailableLines } from './unavailable_text';

const stdout = 1;

/** Traces until a signal, the duration, or the end of whoever reads. */
export async function collect(options: Options, log: Log): Promise<void> {
  const choice = parseOutputs(options.output, isatty(stdout));
  const warn = (message: string) => void log.warn(message);
  const health = options.healthz !== undefined;
  const collector = new Collector({ ...options, execEnv: choice.execEnv, sorted: choice.sortEvents, health, warn });
  checkMachine(thisMachine());
  for (const problem of viewProblems(ownView())) log.warn(problem);
  const source = chooseSource(process.env, options.btfNearest, log);
  const native = loadNative();
  const readyFile = options.readyFile === undefined ? undefined : new ReadyFile(options.readyFile);
  const hasPolicies = options.policies.length > 0;
  const signalled = stopSignal(hasPolicies ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP']);
  const forget = hasPolicies ? onPolicyChange(options.policies, () => void reload(collector, log)) : undefined;
  const output = openOutput(choice);
  let served: Awaited<ReturnType<typeof serve>> | undefined;
  let summary: Summary;
  try {
    served = await serve(routes(options, collector));
    const started = await withSource(native, source, (programs) => collector.start(native, output.sink, programs));
    const time = timeOver(options.durationMs);
    try {
      report(started, log);
      const readersCome = typeof output.sink.target === 'string';
      dropPrivileges(native, options.caps, { readersCome, filtersChange: hasPolicies }, log);
      readyFile?.write();
      log.info(`ready: ${started.events.length} events (${started.object.probes} probes) to ${output.what}`);
      const gone: Promise<Ending> = output.gone.then(() => ({ reason: 'stopped' }));
      const { reason } = await Promise.race([signalled, time.ended, gone, writingEnded(collector)]);
      summary = await collector.stop(reason);
    } finally {
      time.cancel();
      readyFile?.remove();
      await collector.stop('error');
    }
  } finally {
    forget?.();
    served?.close();
    await output.finish();
  }
  const { recovered, resent, left, damagedSegments, memoryRefused } = summary;
  if (recovered > 0n) log.info(`disk cache: ${count.format(recovered)} events of earlier runs delivered`);
  if (resent > 0n)
    log.info(
      `${count.format(resent)} events sent again to another reader, and flagged: the one before may not have had them`,
    );
  if (left > 0)
    log.info(
      `disk cache: ${(left / 1e6).toFixed(1)} MB that no reader took stay there: the next run delivers them first`,
    );
  if (damagedSegments > 0n)
    log.warn(`disk cache: ${damagedSegments} segments were cut or damaged: what stood behind that place is lost`);
  if (memoryRefused)
    log.warn(
      'queue: memory was refused: it stayed as small as it was then, and what it had no room for is counted as lost',
    );
  log.info(summaryLine(summary));
}

/** Other policies; when there is something wrong with them, those that run stay. */
async function reload(collector: Collector, log: Log): Promise<void> {
  try {
    log.info(`policies replaced: ${await collector.reload()} in force`);
  } catch (error) {
    log.error(`policies not replaced, those that run stay: ${messageOf(error)}`);
  }
}

/** A reader that has gone is an end like any other; all else that stops the writer is an error. */
async function writingEnded(collector: Collector): Promise<Ending> {
  const message = await collector.writeFailure;
  if (/EPIPE|broken pipe/i.test(message)) return { reason: 'stopped' };
  throw new CollectError('output', message);
}

/** Says what was asked for and is not there: a line for each cause, or, for debugging, for each reason. */
function report({ refused, events, probes, unavailable, degraded }: Started, log: Log): void {
  for (const line of refused) log.debug(`did not load: ${line}`);
  for (const { event, reason } of degraded) log.debug(`without ${event}: ${reason}`);
  for (const { name } of events)
    log.debug(`probe: ${name}: ${(probes.get(name) ?? []).map(({ title }) => title).join(' & ')}`);
  for (const [reason, names] of byReason(unavailable)) log.debug(`unavailable: ${names.join(', ')}: ${reason}`);
  for (const line of unavailableLines(unavailable, events.length + unavailable.length)) log.warn(line);
}

const count = new Intl.NumberFormat('en');

const summaryLine = ({ delivered, lost, durationMs }: Summary): string =>
  `stopped: ${count.format(delivered)} events, ${count.format(lost)} lost, ${(durationMs / 1000).toFixed(1)} s`;
