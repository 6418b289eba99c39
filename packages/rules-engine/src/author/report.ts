import { counted } from '../output/counted';
import type { Outcome } from './run_tests';

/** A line for each signature, one for each problem, and a sum. */
export function reportText(outcomes: readonly Outcome[]): string {
  const lines = bySignature(outcomes).flatMap(([signature, own]) => {
    const problems = own.filter(({ problem }) => problem !== undefined);
    const fires = own.filter(({ name }) => name.startsWith('fires: ')).length;
    const quiet = own.filter(({ name }) => name.startsWith('quiet: ')).length;
    const recorded = own.filter(({ name }) => /^(attacks|benign): /.test(name)).length;
    const counts = [
      fires + quiet > 0 ? `fires ${fires}, quiet ${quiet}` : '',
      recorded > 0 ? `recorded ${recorded}` : '',
    ];
    const head = `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${signature}: ${counts.filter(Boolean).join(', ') || 'no case'}`;
    return [head, ...problems.map(({ name, problem }) => `       ${name}: ${problem?.replace(/\n/g, '\n         ')}`)];
  });
  const failures = outcomes.filter(({ problem }) => problem !== undefined).length;
  const sum = `${counted(bySignature(outcomes).length, 'signature')}, ${counted(outcomes.length, 'test')}, ${failures} failed`;
  return `${[...lines, sum].join('\n')}\n`;
}

/** The same as JUnit XML, as CI systems read it. */
export function reportJunit(outcomes: readonly Outcome[]): string {
  const suites = bySignature(outcomes).map(([signature, own]) => {
    const failures = own.filter(({ problem }) => problem !== undefined).length;
    const cases = own.map(({ name, problem, milliseconds }) => {
      const head = `    <testcase classname="${xml(signature)}" name="${xml(name)}" time="${(milliseconds / 1000).toFixed(3)}"`;
      if (problem === undefined) return `${head}/>`;
      return `${head}>\n      <failure message="${xml(problem.split('\n')[0] as string)}">${xml(problem)}</failure>\n    </testcase>`;
    });
    const head = `  <testsuite name="${xml(signature)}" tests="${own.length}" failures="${failures}">`;
    return [head, ...cases, '  </testsuite>'].join('\n');
  });
  return `${['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>'].join('\n')}\n`;
}

function bySignature(outcomes: readonly Outcome[]): [string, Outcome[]][] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) groups.set(outcome.signature, [...(groups.get(outcome.signature) ?? []), outcome]);
  return [...groups];
}

const xml = (text: string) =>
  text.replace(/[<>&"']/g, (one) => `&#${one.charCodeAt(0)};`).replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '\ufffd');
