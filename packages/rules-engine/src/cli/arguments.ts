import { readFileSync } from 'node:fs';
import yargs, { type Argv } from 'yargs';
import { type OutputSpec, outputForms, outputSpec } from '../deliver/outputs';
import type { ClientIdentity } from '../deliver/webhook';
import { RulesError } from '../exit_codes';
import { type RuleSet, ruleSets } from '../load/discover';
import { reason } from '../reason';
import { version } from '../version';
import { epilogue, usage } from './help';

const inputFormats = ['frames', 'json'] as const;

export interface Arguments {
  /** A path; undefined for standard input. */
  readonly input: string | undefined;
  readonly inputFormat: (typeof inputFormats)[number];
  readonly rules: readonly string[];
  readonly rulesSet: readonly RuleSet[];
  readonly rulesDir: readonly string[];
  readonly checkTypes: boolean;
  /** Empty: pretty on a terminal, json otherwise. */
  readonly outputs: readonly OutputSpec[];
  readonly outputTemplate: string | undefined;
  readonly outputFileBytes: number;
  readonly spoolDir: string | undefined;
  readonly webhookTls: ClientIdentity;
  readonly suppress: string | undefined;
  /** Addresses where they are served. */
  readonly metrics: string | undefined;
  readonly healthz: string | undefined;
  /** An id or name, to describe instead of running. */
  readonly explain: string | undefined;
  readonly list: boolean;
  readonly listEvents: boolean;
  readonly quiet: boolean;
}

/** Words that complete --rules: ids and names. */
export type RuleWords = () => Promise<string[]>;

/** The arguments to act on; undefined when yargs has answered already (--help, --version, completion). */
export async function parseArguments(words: readonly string[], ruleWords: RuleWords): Promise<Arguments | undefined> {
  const parser = commandLine(words, ruleWords);
  if (words[0] === 'completion') {
    parser.showCompletionScript();
    return undefined;
  }
  const parsed = await parser.parseAsync();
  if (parsed.help || parsed.version || 'get-yargs-completions' in parsed) return undefined;
  return {
    input: parsed.input === '-' ? undefined : (parsed.input as Arguments['input']),
    inputFormat: parsed.inputFormat as Arguments['inputFormat'],
    rules: parsed.rules,
    rulesSet: parsed.rulesSet as RuleSet[],
    rulesDir: parsed.rulesDir,
    checkTypes: parsed.checkTypes === true,
    outputs: parsed.output.map(outputSpec),
    outputTemplate: parsed.outputTemplate as string | undefined,
    outputFileBytes: parsed.outputFileBytes as number,
    spoolDir: parsed.spoolDir as string | undefined,
    webhookTls: pemFiles({ cert: parsed.webhookCert, key: parsed.webhookKey, ca: parsed.webhookCa }),
    suppress: parsed.suppress as string | undefined,
    metrics: addressOf(parsed.metrics, parsed.listenAddr),
    healthz: addressOf(parsed.healthz, parsed.listenAddr),
    explain: parsed.explain as string | undefined,
    list: parsed.list === true,
    listEvents: parsed.listEvents === true,
    quiet: parsed.quiet === true,
  };
}

/** What --help prints. */
export const helpText = (): Promise<string> => commandLine([], async () => []).getHelp();

const commandLine = (words: readonly string[], ruleWords: RuleWords) =>
  options(yargs([...words]))
    .scriptName('tracee-rules')
    .usage(usage)
    .epilogue(epilogue)
    .completion('completion', 'print the completion script for bash or zsh', complete(ruleWords))
    .version(version)
    .alias({ help: 'h', version: 'V' })
    .describe({ help: 'show this', version: 'show the version' })
    .locale('en')
    .strict()
    .exitProcess(false)
    .showHelpOnFail(false)
    .wrap(100)
    .fail((message, error) => {
      throw new RulesError('usage', `command line: ${oneLine(message ?? error.message)} (tracee-rules --help)`);
    });

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');

const options = (parser: Argv) =>
  parser
    .option('input', {
      alias: 'i',
      type: 'string',
      requiresArg: true,
      coerce: once('input'),
      describe: 'FIFO or capture file; standard input when left out or -',
    })
    .option('input-format', {
      choices: inputFormats,
      default: 'frames',
      coerce: once('input-format'),
      describe: 'frames of tracee-collect, or JSON lines of Tracee',
    })
    .option('rules', {
      alias: 'r',
      type: 'string',
      requiresArg: true,
      coerce: many,
      default: [],
      defaultDescription: 'all',
      describe: 'id or name of a signature to use; repeatable',
    })
    .option('rules-set', {
      type: 'string',
      requiresArg: true,
      coerce: sets,
      default: ['current'],
      defaultDescription: 'current',
      describe: `shipped signatures to use, repeatable: ${Object.keys(ruleSets).join(', ')} (TRC-1 to TRC-16 of old)`,
    })
    .option('rules-dir', {
      alias: 'd',
      type: 'string',
      requiresArg: true,
      coerce: many,
      default: [],
      defaultDescription: 'none',
      describe: 'directory of signatures (.js, or .ts) to use beside the shipped ones; repeatable',
    })
    .option('check-types', {
      type: 'boolean',
      default: true,
      describe: 'check .ts of --rules-dir against the published types, when typescript is installed (--no-check-types)',
    })
    .option('output', {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      coerce: (value: string | readonly string[]) => [value].flat(),
      default: [],
      defaultDescription: 'pretty on a terminal, json otherwise',
      describe: `where findings go, repeatable: ${outputForms}`,
    })
    .option('output-template', {
      type: 'string',
      requiresArg: true,
      coerce: once('output-template'),
      describe: 'file with the text of a finding, in place of JSON; see docs/rules-engine.md',
    })
    .option('output-file-bytes', {
      type: 'number',
      default: 100 * 1024 * 1024,
      coerce: positive('output-file-bytes'),
      describe: 'size at which a file of findings is moved aside; five are kept',
    })
    .option('spool-dir', {
      type: 'string',
      requiresArg: true,
      coerce: once('spool-dir'),
      describe:
        'directory for findings that webhook, syslog and socket cannot take now; delivered when they can, or by the next run',
    })
    .option('webhook-cert', { ...pem, coerce: once('webhook-cert'), describe: 'certificate (PEM) to show to webhooks' })
    .option('webhook-key', { ...pem, coerce: once('webhook-key'), describe: 'its key (PEM)' })
    .option('webhook-ca', {
      ...pem,
      coerce: once('webhook-ca'),
      describe: "authority (PEM) of the webhooks' certificates, in place of the well-known ones",
    })
    .option('suppress', {
      type: 'string',
      requiresArg: true,
      coerce: once('suppress'),
      describe: 'YAML file: findings that are known and accepted, repetitions, limits',
    })
    .option('metrics', {
      type: 'string',
      coerce: once('metrics'),
      describe: 'serve counts for Prometheus at /metrics; an address in place of --listen-addr: HOST:PORT or unix:PATH',
    })
    .option('healthz', { type: 'string', coerce: once('healthz'), describe: 'serve /healthz, likewise' })
    .option('listen-addr', {
      type: 'string',
      requiresArg: true,
      default: '127.0.0.1:3367',
      coerce: once('listen-addr'),
      describe: 'HOST:PORT or unix:PATH of --metrics and --healthz',
    })
    // heeded by bin/tracee-rules, before Node begins
    .option('caps', {
      choices: ['cancel-drop', 'allow-failed-drop'] as const,
      coerce: once('caps'),
      describe: 'all privileges are dropped at the start: keep them, or go on where they cannot be dropped',
    })
    .option('allow-high-capabilities', { alias: 'ahc', type: 'boolean', describe: '--caps allow-failed-drop' })
    .option('explain', {
      type: 'string',
      requiresArg: true,
      coerce: once('explain'),
      describe:
        'show what a signature (id or name) looks for and misses; or, of a file of JSON lines (- is standard input), why each finding fired',
    })
    .option('list', { alias: 'l', type: 'boolean', describe: 'show the signatures and end' })
    .option('list-events', {
      type: 'boolean',
      describe: 'show the events they need, for tracee-collect --trace event=',
    })
    .option('quiet', { alias: 'q', type: 'boolean', describe: 'only warnings and errors on standard error' });

const pem = { type: 'string', requiresArg: true } as const;

/** Contents of the files that are named. A certificate and its key come together. */
function pemFiles(files: Readonly<Record<'cert' | 'key' | 'ca', unknown>>): ClientIdentity {
  if ((files.cert === undefined) !== (files.key === undefined))
    throw new RulesError('usage', 'command line: --webhook-cert and --webhook-key go together');
  const named = Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(named.map(([name, path]) => [name, pemFile(name, path)]));
}

function pemFile(name: string, path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    throw new RulesError('usage', `command line: --webhook-${name} ${path}: ${reason(error)}`, { cause: error });
  }
}

/** Of an option that may stand without a value. */
const addressOf = (given: unknown, otherwise: unknown): string | undefined =>
  given === undefined ? undefined : ((given || otherwise) as string);

/** yargs makes a list of an option that is given twice. */
const once =
  (name: string) =>
  <T>(value: T | T[]): T => {
    if (Array.isArray(value)) throw new Error(`--${name} is given ${value.length} times`);
    return value;
  };

const positive =
  (name: string) =>
  (value: number): number => {
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} is not a positive whole number`);
    return value;
  };

const many = (value: string | readonly string[]): string[] =>
  [value]
    .flat()
    .flatMap((text) => text.split(','))
    .filter(Boolean);

const sets = (value: string | readonly string[]): string[] => {
  const names = many(value);
  const unknown = names.filter((name) => !Object.hasOwn(ruleSets, name));
  if (unknown.length > 0)
    throw new Error(`--rules-set ${unknown.join(',')}: not one of ${Object.keys(ruleSets).join(', ')}`);
  return [...new Set(names)];
};

/** Four parameters, so that yargs hands over its own completion for all other words. */
const complete =
  (ruleWords: RuleWords) =>
  async (
    _current: string,
    _argv: unknown,
    byYargs: (done: (error: Error | null, words: string[] | undefined) => void) => unknown,
    done: (words: string[]) => unknown,
  ) => {
    if (['--rules', '-r'].includes(process.argv.at(-2) ?? '')) done(await ruleWords());
    else byYargs((_error, words) => done(words ?? []));
  };
