import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** A mistake that the compiler found. */
export interface TypeProblem {
  readonly file: string;
  /** FILE:LINE:COLUMN: what is wrong, and the compiler's code for it. */
  readonly text: string;
}

/** Where a package lies that a file of this directory, the working directory or this program can use; undefined when nowhere. */
function packageDirectory(name: string, directory: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`, { paths: [directory, process.cwd(), __dirname] }));
  } catch {
    return undefined;
  }
}

/**
 * Checks TypeScript files of a directory against the types that this package publishes, with the compiler that is installed beside them
 * or beside this package; undefined when there is none. Options of a tsconfig.json in the directory hold.
 */
export async function typeProblems(directory: string, files: readonly string[]): Promise<TypeProblem[] | undefined> {
  const compiler = packageDirectory('typescript', resolve(directory));
  if (compiler === undefined) return undefined;
  if (files.length === 0) return [];
  const work = mkdtempSync(join(tmpdir(), 'tracee-types-'));
  try {
    writeFileSync(join(work, 'tsconfig.json'), JSON.stringify(configuration(resolve(directory), files)));
    const output = await run(join(compiler, 'bin/tsc'), work);
    return problemsOf(output, work);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function configuration(directory: string, files: readonly string[]) {
  const own = join(directory, 'tsconfig.json');
  const nodeTypes = packageDirectory('@types/node', directory);
  return {
    ...(existsSync(own) ? { extends: own } : {}),
    compilerOptions: {
      ...(existsSync(own) ? {} : { strict: true, target: 'es2022', module: 'node16' }),
      noEmit: true,
      incremental: false,
      composite: false,
      skipLibCheck: true,
      ...(nodeTypes === undefined ? {} : { typeRoots: [dirname(nodeTypes)], types: ['node'] }),
      paths: { '@tracee/rules-engine': [ownTypes()] },
    },
    include: [],
    files: files.map((file) => resolve(file)),
  };
}

/** Beside the compiled form of this file; beside its source in tests of the sources. */
function ownTypes(): string {
  const built = resolve(__dirname, '../index.d.ts');
  return existsSync(built) ? built : resolve(__dirname, '../index.ts');
}

/** What the compiler prints; it ends with another code than 0 when it finds something. */
const run = (program: string, directory: string): Promise<string> =>
  new Promise((done, failed) => {
    const args = [program, '-p', directory, '--pretty', 'false'];
    execFile(process.execPath, args, { cwd: directory, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error !== null && stdout === '') failed(new Error(`check types: ${stderr.trim() || error.message}`));
      else done(stdout);
    });
  });

function problemsOf(output: string, work: string): TypeProblem[] {
  const problems: { file: string; text: string }[] = [];
  for (const line of output.split('\n').filter(Boolean)) {
    const [, path, at, column, code, message] = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/.exec(line) ?? [];
    const last = problems.at(-1);
    if (path !== undefined) {
      const file = resolve(work, path);
      problems.push({ file, text: `${shortest(file)}:${at}:${column}: ${message} (${code})` });
    } else if (last !== undefined && line.startsWith(' ')) last.text += `\n  ${line.trim()}`;
    else problems.push({ file: '', text: line });
  }
  return problems;
}

/** As the user would name it. */
function shortest(file: string): string {
  const near = relative(process.cwd(), file);
  return near.startsWith('..') ? file : near;
}
