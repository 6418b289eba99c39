import { exitCodes } from '../exit_codes';

const examples: readonly (readonly [command: string, does: string])[] = [
  ['tracee-collect --trace event=$(tracee-rules --list-events) | tracee-rules', 'watch this machine'],
  ['tracee-rules --input /run/tracee/pipe', 'read a FIFO; it is made when it is not there'],
  ['tracee-rules --input run.frames --output json', 'replay a capture'],
  ['tracee-rules --input events.jsonl --input-format json', "read Tracee's own JSON lines"],
  ['tracee-rules --rules TRC-105 --rules anti_debugging', 'use two signatures, by id and by name'],
  ['tracee-rules --rules-dir my-signatures', 'use the shipped signatures and yours'],
];

export const usage = `$0 [--input PATH] [--rules ID]... [--output pretty|json]
  $0 test [DIR] [--recordings DIR] [--junit FILE]   test the signatures of a directory
  $0 check [DIR]                 check their types
  $0 new NAME [DIR]              begin a signature and its test

Reads the events of tracee-collect, matches them with signatures, prints findings.`;

/** Behind the options. Commands stand unbroken, to be copied. */
export const epilogue = [
  'Examples:',
  ...examples.flatMap(([command, does]) => [`  ${command}`, `      ${does}`]),
  '',
  'Exit codes:',
  ...Object.values(exitCodes).map(({ status, means }) => `  ${status}  ${means}`),
].join('\n');
