import { eventCount, events, fingerprint, formatVersion } from '@tracee/event-schema';
import { CollectError, messageOf } from '../errors';
import { exitCodes } from '../exit_codes';
import { parseExpressions } from '../filter/grammar';
import { selectEvents } from '../filter/select_events';
import { loadNative } from '../load_native';
import { parseOutputs } from '../output/choice';
import { version } from '../version';
import { collect } from './collect';
import { commands } from './commands';
import { listJson, listTable } from './list';
import { createLog, type Log } from './log';
import { type Options, parseOptions } from './options';

/** Runs tracee-collect; the exit status is one of exitCodes. */
export async function main(args: readonly string[]): Promise<void> {
  let log: Log = createLog('info');
  try {
    const command = commands[args[0] ?? ''];
    if (command !== undefined) return await command(args.slice(1), print, log);
    const options = parseOptions(args, events);
    if (typeof options === 'string') return print(`${options.trimEnd()}\n`);
    log = createLog(options.log);
    if (options.version) return print(versions());
    if (options.list) return print(list(options));
    await collect(options, log);
  } catch (error) {
    const code = error instanceof CollectError ? error.code : 'internal';
    log.error(messageOf(error));
    if (code === 'internal' && error instanceof Error) log.debug(error.stack ?? '');
    process.exitCode = exitCodes[code].status;
  }
}

/** A reader such as head may leave before the end. */
function print(text: string): void {
  if (!process.stdout.listeners('error').includes(readerLeft)) process.stdout.on('error', readerLeft);
  process.stdout.write(text);
}

function readerLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function list({ trace, output }: Options): string {
  const shown = trace.length === 0 ? events : selectEvents(parseExpressions(trace), events);
  return parseOutputs(output, false).form === 'json' ? listJson(shown) : listTable(shown);
}

function versions(): string {
  return `tracee-collect ${version}\nlibbpf ${libbpf()}\nschema ${fingerprint} (${eventCount} events), frame format ${formatVersion}\n`;
}

function libbpf(): string {
  try {
    return loadNative().libbpf;
  } catch (error) {
    return `not available: ${messageOf(error).split('\n')[0]}`;
  }
}
