import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { maxTexts, maxValues, layout as tests } from '../../src/filter/argument_tests';
import { bank, banks, control, fields, maxKeys, rangesMax } from '../../src/filter/filter_bank';

/** The C side of the interface: what is written here must be what the BPF programs read. */
const include = join(dirname(require.resolve('@tracee/bpf-core/package.json')), 'include');
const header = readFileSync(join(include, 'record.h'), 'utf8') + readFileSync(join(include, 'maps.h'), 'utf8');
const code = header.replace(/\/\*[\s\S]*?\*\//g, '');
const constant = (name: string) => Number(new RegExp(`${name}(?: =)? (\\d+)`).exec(code)?.[1]);

/** Fields of a struct of naturally aligned fields: offset and size. */
function layout(name: string): Record<string, { at: number; size: number }> {
  const body = new RegExp(`struct ${name} \\{([^}]*)\\}`).exec(code)?.[1] ?? '';
  const sizes: Record<string, number> = {
    __u8: 1,
    __u16: 2,
    __u32: 4,
    __u64: 8,
    'struct scope_filter': bank.filterBytes,
    'struct argument_flags': 32,
    'struct argument_test': tests.test.bytes,
    'struct filter_bank': bank.bytes,
  };
  const found: Record<string, { at: number; size: number }> = {};
  let at = 0;
  for (const [, type = '', field = '', count] of body.matchAll(/^\s*((?:struct )?\w+) (\w+)(?:\[(\w+)\])?;/gm)) {
    const size = (sizes[type] as number) * (count === undefined ? 1 : constant(count));
    found[field] = { at, size };
    at += size;
  }
  return found;
}

it('struct control', () => {
  expect(layout('control')).toEqual({
    need_wakeup: { at: 0, size: 4 },
    self: { at: control.self, size: 4 },
    reader: { at: control.reader, size: 4 },
    version: { at: control.version, size: 4 },
    started: { at: control.started, size: 8 },
    pulse: { at: control.pulse, size: 8 },
    banks: { at: control.banks, size: banks * bank.bytes },
  });
});

it('struct filter_bank', () => {
  expect(layout('filter_bank')).toEqual({
    follow: { at: bank.follow, size: 8 },
    filters: { at: bank.filters, size: bank.filterBytes * Object.keys(fields).length },
    event_scopes: { at: bank.eventScopes, size: 8 * bank.eventIds },
    event_tests: { at: bank.eventTests, size: 2 * bank.eventIds },
  });
});

it('struct argument_tests', () => {
  const { test } = tests;
  expect(layout('argument_test')).toEqual({
    at: { at: test.at, size: 2 },
    width: { at: test.width, size: 1 },
    extends: { at: test.extends, size: 1 },
    lookups: { at: test.lookups, size: 1 },
    flags_count: { at: test.flagsCount, size: 1 },
    unused: { at: 6, size: 2 },
    place: { at: test.place, size: 4 },
    unused2: { at: 12, size: 4 },
    enabled: { at: test.enabled, size: 8 },
    choose: { at: test.choose, size: 8 },
    flip: { at: test.flip, size: 8 },
    flags: { at: test.flags, size: 32 * tests.flags },
    starts: { at: test.starts, size: 8 * tests.ranges },
    match: { at: test.match, size: 8 * tests.ranges },
  });
  expect(layout('argument_tests')).toEqual({ tests: { at: 0, size: tests.tests * test.bytes } });
  expect(layout('value_key')).toEqual({
    place: { at: 0, size: 4 },
    unused: { at: 4, size: 4 },
    value: { at: 8, size: 8 },
  });
  expect(constant('ARGUMENT_EVENTS')).toBe(tests.events);
  expect(constant('ARGUMENT_TEXT')).toBe(tests.textBytes);
  expect(constant('ARGUMENT_SUFFIX')).toBe(tests.suffixBytes);
  expect(constant('FILTER_TEXTS')).toBe(maxTexts * banks);
  expect(constant('FILTER_KEYS')).toBe(maxValues * banks);
  for (const [name, value] of Object.entries(tests.lookups))
    expect(constant(`LOOKUP_${name.toUpperCase()}`)).toBe(value);
});

it('struct scope_bits, scope_filter and number_ranges', () => {
  expect(layout('scope_bits')).toEqual({ match: { at: 0, size: 8 }, listed: { at: 8, size: 8 } });
  expect(layout('scope_filter')).toEqual({
    enabled: { at: 0, size: 8 },
    pass: { at: 8, size: 8 },
    ranged: { at: 16, size: 8 },
  });
  expect(layout('number_ranges')).toEqual({
    starts: { at: 0, size: 4 * rangesMax },
    match: { at: 4 * rangesMax, size: 8 * rangesMax },
  });
});

it('the filters and their numbers', () => {
  for (const [name, index] of Object.entries(fields)) {
    expect([name, constant(`FILTER_${name.toUpperCase()}`)]).toEqual([name, index]);
  }
  expect(constant('FILTER_FIELDS')).toBe(Object.keys(fields).length);
  expect(constant('FILTER_KEYS')).toBe(maxKeys * banks);
});
