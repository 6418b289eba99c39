import { existsSync } from 'node:fs';
import { exitCodes, RulesError } from '../exit_codes';
import { FramesDecoder } from '../input/frames_decoder';
import { JsonLinesDecoder } from '../input/json_lines_decoder';
import { openPath, openStdin } from '../input/open_source';
import { find, loadSignatures, type Selection } from '../load/load_signatures';
import { LoadedFiles } from '../load/reload';
import { resolveOurselves } from '../load/typescript';
import { tracedEvents } from '../match/engine';
import { paintFor } from '../output/colour';
import { Writer } from '../output/writer';
import type { Signature } from '../signature/signature';
import { type Arguments, helpText, parseArguments } from './arguments';
import { checkCommand, newCommand, testCommand } from './author';
import { explanation } from './explain';
import { explainFindings } from './explain_finding';
import { signatureLines, signatureTable } from './list';
import { messageLine, messages } from './messages';
import { openSink } from './open_sink';
import { Stop } from './stop';
import { watch } from './watch';

/** Runs tracee-rules and ends the process: nothing that a signature left behind may keep it alive. */
export async function main(words: readonly string[]): Promise<void> {
  process.stderr.on('error', () => {}); // nobody reads the messages: no reason to stop matching
  const code = await run(words).catch((error) => {
    console.error(messageLine('error', error instanceof RulesError ? error.message : String(error?.stack ?? error)));
    return error instanceof RulesError ? error.code : 'failure';
  });
  process.stderr.write('', () => process.exit(exitCodes[code].status));
}

async function run(words: readonly string[]): Promise<keyof typeof exitCodes> {
  const ruleWords = async () =>
    (await loadSignatures({ sets: ['current', 'classic'], directories: [], only: [] })).flatMap(({ meta }) => [
      meta.id,
      meta.name,
    ]);
  resolveOurselves();
  if (words[0] === 'check') return checkCommand(words.slice(1), print);
  if (words[0] === 'test') return testCommand(words.slice(1), print);
  if (words[0] === 'new') return newCommand(words.slice(1), print);
  const args = await parseArguments(words, ruleWords);
  if (args === undefined) return 'ok';
  if (!args.list && !args.listEvents && args.explain === undefined && args.input === undefined && process.stdin.isTTY) {
    console.error(
      `${await helpText()}\n\n${messageLine('error', 'read input: standard input: a terminal (pipe tracee-collect into it, or name a file with --input)')}`,
    );
    return 'usage';
  }
  const files = new LoadedFiles();
  const selection = {
    sets: args.rulesSet,
    directories: args.rulesDir,
    only: args.rules,
    checkTypes: args.checkTypes,
    load: files.load,
  };
  const signatures = await loadSignatures(selection);
  if (args.explain !== undefined) return print(explain(args.explain, signatures));
  if (args.list || args.listEvents) return show(args, signatures);
  return watchInput(args, signatures, selection);
}

/** A signature, or the findings of a file. */
const explain = (what: string, signatures: readonly Signature[]) =>
  what === '-' || existsSync(what) ? explainFindings(what, signatures) : explanation(find(signatures, what));

async function show(args: Arguments, signatures: readonly Signature[]): Promise<'ok'> {
  const table = () =>
    args.outputs[0]?.kind === 'json'
      ? signatureLines(signatures)
      : signatureTable(signatures, paintFor(process.stdout));
  return print(args.listEvents ? `${tracedEvents(signatures).join(',')}\n` : table());
}

async function print(text: string): Promise<'ok'> {
  const writer = new Writer(process.stdout, () => {});
  writer.write(text);
  await writer.end();
  return 'ok';
}

async function watchInput(
  args: Arguments,
  signatures: readonly Signature[],
  selection: Selection,
): Promise<keyof typeof exitCodes> {
  const log = messages(args.quiet);
  const stop = new Stop().onSignals();
  let broken: NodeJS.ErrnoException | undefined;
  const writer = new Writer(process.stdout, (error) => {
    if (error.code !== 'EPIPE') broken = error;
    stop.atOnce();
  });
  const opened = openSink(args, writer, (name, error) => log.error(`write findings: ${name}: ${error.message}`));
  const source =
    args.input === undefined
      ? openStdin()
      : openPath(args.input, () =>
          log.info(`made the FIFO ${args.input}; waiting for tracee-collect --output frames=${args.input}`),
        );
  const Decoder = args.inputFormat === 'json' ? JsonLinesDecoder : FramesDecoder;
  const code = await watch({
    source,
    decode: (handlers, names) => new Decoder(handlers, names),
    signatures,
    reload: { directories: args.rulesDir, load: () => loadSignatures(selection) },
    ...opened,
    served: { metrics: args.metrics, healthz: args.healthz },
    stop,
    log,
  });
  if (broken !== undefined)
    throw new RulesError('failure', `write findings: standard output: ${broken.message}`, { cause: broken });
  return code;
}
