import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../../generate/catalogue';
import { schemaOf } from '../../generate/schema';
import { events, fingerprint } from '../../src';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'events-'));
  mkdirSync(join(folder, 'area'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const define = (file: string, id: number, name: string) =>
  writeFileSync(
    join(folder, 'area', `${file}.js`),
    `exports.default = { id: ${id}, name: '${name}', sets: [], doc: '', args: [], probe: 'p' };`,
  );

describe('the catalogue', () => {
  test('finds definitions by their files, and sorts by id', () => {
    define('beta', 2900, 'beta');
    define('alpha', 2901, 'alpha');
    expect(
      catalogue(folder)
        .slice(-2)
        .map(({ name }) => name),
    ).toEqual(['beta', 'alpha']);
  });

  test('refuses a file that is not named after its event', () => {
    define('beta', 2900, 'gamma');
    expect(() => catalogue(folder)).toThrow('generate: area/beta.js: defines "gamma" (name the file after the event)');
  });

  test('refuses an id that is taken', () => {
    define('beta', 59, 'beta');
    expect(() => catalogue(folder)).toThrow(/id 59 is that of (execve|beta) \(choose another\)/);
  });

  test('refuses a name that is taken', () => {
    define('execve', 2900, 'execve');
    expect(() => catalogue(folder)).toThrow('generate: execve: name execve is that of execve (choose another)');
  });

  test('ours has ids of 16 bits, below the one that means "not known", and names that are identifiers', () => {
    for (const { id, name } of events) {
      expect(id).toBeGreaterThanOrEqual(0);
      expect(id).toBeLessThan(0xffff);
      expect(name).toMatch(/^[a-z_][a-z0-9_]*$/);
    }
  });
});

describe('the fingerprint', () => {
  const event = { id: 1, name: 'a', sets: [], doc: 'x', args: [{ name: 'n', type: 'u8' as const }] };
  const of = (change: object) => schemaOf([{ ...event, ...change }]).fingerprint;

  test('is that of the committed events', () => {
    expect(schemaOf(events).fingerprint).toBe(fingerprint);
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  test('changes with what is on the wire, and with nothing else', () => {
    const same = of({});
    for (const change of [
      { id: 2 },
      { name: 'b' },
      { args: [] },
      { args: [{ name: 'm', type: 'u8' }] },
      { args: [{ name: 'n', type: 'u16' }] },
    ]) {
      expect(of(change)).not.toBe(same);
    }
    expect(of({ doc: 'y', sets: ['default'], args: [{ name: 'n', type: 'u8', vocabulary: 'signal' }] })).toBe(same);
  });
});
