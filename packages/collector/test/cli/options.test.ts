import { events } from '@tracee/event-schema';
import { type Options, parseOptions } from '../../src/cli/options';
import { exitCodes } from '../../src/exit_codes';

const parse = (...args: string[]) => parseOptions(args, events);

const noCaps = { allowFailedDrop: false, cancelDrop: false, add: [], remove: [] };

describe('options', () => {
  it('have defaults', () => {
    expect(parse()).toEqual({
      trace: [],
      policies: [],
      output: [],
      list: false,
      version: false,
      ringBytes: 16 << 20,
      controlRingBytes: 4 << 20,
      critical: [],
      throttle: { eventsPerSecond: 50_000, burst: 5_000 },
      queueBytes: 256_000_000,
      eventWaitMs: 200,
      labels: [],
      includeSelf: false,
      btfNearest: false,
      caps: noCaps,
      log: 'info',
    });
  });

  it('choose labels of containers by name, or by how it begins', () => {
    expect(parse('--crs-labels', 'app,tier', '--crs-labels', 'example.org/*')).toMatchObject({
      labels: ['app', 'tier', 'example.org/*'],
    });
    for (const wrong of ['', 'a,', 'a b', '*a'])
      expect(() => parse(`--crs-labels=${wrong}`)).toThrow('--crs-labels: "');
  });

  it('serve where they are told to, both at one address or each at its own', () => {
    expect(parse('--healthz', '--metrics')).toMatchObject({ healthz: '127.0.0.1:3366', metrics: '127.0.0.1:3366' });
    expect(parse('--healthz=:80', '--metrics=unix:/m', '-t', 'event=openat')).toMatchObject({
      healthz: ':80',
      metrics: 'unix:/m',
      trace: ['event=openat'],
    });
    expect(parse('--metrics', '--listen-addr', '[::1]:9')).toMatchObject({ metrics: '[::1]:9' });
  });

  it('may be given short, long, with = and more than once', () => {
    expect(
      parse(
        '-t',
        'event=openat',
        '--trace=comm=ls',
        '-o',
        'json',
        '--output',
        'exec-env',
        '-d',
        '10s',
        '--ready-file',
        'r',
        '--ring-size=1MiB',
        '--queue-size',
        '1GiB',
        '--include-self',
        '--btf-nearest',
        '--debug',
      ),
    ).toEqual({
      trace: ['event=openat', 'comm=ls'],
      policies: [],
      output: ['json', 'exec-env'],
      list: false,
      version: false,
      durationMs: 10_000,
      readyFile: 'r',
      ringBytes: 1 << 20,
      controlRingBytes: 4 << 20,
      critical: [],
      throttle: { eventsPerSecond: 50_000, burst: 5_000 },
      queueBytes: 1 << 30,
      eventWaitMs: 200,
      labels: [],
      includeSelf: true,
      btfNearest: true,
      caps: noCaps,
      log: 'debug',
    });
    expect(parse('-l', '-q')).toMatchObject({ list: true, log: 'error' });
  });

  it('take events that are critical by name', () => {
    expect(parse('--critical', 'openat,connect', '--critical=ptrace')).toMatchObject({
      critical: ['openat', 'connect', 'ptrace'],
    });
    expect(() => parse('--critical', 'opeant')).toThrow('--critical: "opeant": no such event (did you mean "openat"?)');
  });

  it('take the share of a cgroup, or none', () => {
    expect((parse('--throttle', '200') as Options).throttle).toEqual({ eventsPerSecond: 200, burst: 20 });
    expect((parse('--throttle', '200,burst=7') as Options).throttle).toEqual({ eventsPerSecond: 200, burst: 7 });
    expect((parse('--throttle', 'off') as Options).throttle).toBeUndefined();
    for (const wrong of ['0', '-1', '5k', '10,5', '2000000000'])
      expect(() => parse('--throttle', wrong)).toThrow(`--throttle: "${wrong}": not events a second`);
  });

  it('keep values as they are written', () =>
    expect(parse('-t', 'comm=0x10', '-t', 'pid=010', '--ready-file', '007')).toMatchObject({
      trace: ['comm=0x10', 'pid=010'],
      readyFile: '007',
    }));

  it.each([
    [['--tarce', 'x'], 'did you mean "--trace"?'],
    [['--zzzzzzz'], 'see --help'],
    [['stray'], '"stray" is not an option'],
    [['--trace'], 'Not enough arguments following: trace'],
    [['-d', '1s', '-d', '2s'], '--duration: given 2 times'],
    [['-d', 'soon'], '--duration: "soon"'],
    [['--ring-size', '3MiB'], '--ring-size: "3MiB"'],
    [['--debug', '--quiet'], 'contradicts'],
  ])('%j: %s', (args, found) => {
    expect(() => parse(...args)).toThrow(found);
    expect(() => parse(...args)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});

describe('--help', () => {
  const help = parse('--help') as string;
  it('is text with the options, filters, examples and every exit status', () => {
    for (const part of [
      '--trace',
      '--output',
      '--ready-file',
      'tree=PID',
      'tracee-collect | tracee-rules',
      'frames=PATH',
    ])
      expect(help).toContain(part);
    for (const { status, meaning } of Object.values(exitCodes)) expect(help).toContain(`  ${status}  ${meaning}`);
  });
  it('has lines that fit a wide terminal', () => {
    for (const line of help.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });
});

describe('completion', () => {
  const complete = (...words: string[]) =>
    (parse('--get-yargs-completions', 'tracee-collect', ...words) as string).split('\n');
  it('is a script for the shell', () => expect(parse('completion')).toContain('--get-yargs-completions'));
  it('offers options, events and sets', () => {
    expect(complete('--')).toEqual(expect.arrayContaining(['--trace', '--duration']));
    expect(complete('--trace', 'event=openat,con')).toContain('event=openat,connect');
    expect(complete('-t', 'set!=f')).toContain('set!=fs');
    expect(complete('-o', '')).toContain('json');
  });
});
