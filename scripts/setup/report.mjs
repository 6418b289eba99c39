/** A failure that the user can act on: printed as one line, with the end of a command's output below it. */
export class SetupError extends Error {
  /** `missing`: something that this user or system cannot install is not there. */
  constructor(message, { output = '', missing = false } = {}) {
    super(message);
    this.output = output;
    this.missing = missing;
  }
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Says what is done now and, behind it, how long it took. On standard error: standard output belongs to results. */
export function timed(text, work) {
  process.stderr.write(`${text} ... `);
  const start = performance.now();
  try {
    const result = work();
    process.stderr.write(`${seconds(start)}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`failed after ${seconds(start)}\n`);
    throw error;
  }
}

/** Runs a script's main function; its result is the exit code. Whoever reads the output may go (npm run demo | head): that is an end, too. */
export async function exitWith(main) {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', ({ code }) => process.exit(code === 'EPIPE' ? (process.exitCode ?? 1) : 1));
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    if (error.output) process.stderr.write(`${error.output.trimEnd()}\n`);
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
