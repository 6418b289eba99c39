import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FrameReader, FrameWriter } from '@tracee/event-schema';
import { template } from '../../src/deliver/template';
import { event, type Meta } from '../../src/index';

function filled(source: string): string {
  let text = '';
  const meta = {
    id: 'ACME-1',
    name: 'one',
    title: 'A "title" of <it>',
    severity: 'high',
    technique: { id: 'T1005' },
  } as Meta;
  const bytes = new FrameWriter()
    .header()
    .event(event('openat', { pathname: '/a "b"\n<c>' }, { userId: 5 }))
    .take();
  const make = template(source, 'one.tmpl');
  new FrameReader({ event: (one) => (text = make({ meta, event: one, data: { n: 2n ** 60n }, ancestors: [] })) }).push(
    bytes,
  );
  return text;
}

test.each([
  ['{{signature.id}} {{ signature.technique.id }} {{userId}} {{data.n}}', 'ACME-1 T1005 5 1152921504606846976\n'],
  ['{"path": {{args.pathname|json}}, "none": {{data.none|json}}}\n', '{"path": "/a \\"b\\"\\n<c>", "none": null}\n'],
  ['{{args.pathname|csv}},{{signature.severity|csv}}', '"/a ""b""\n<c>","high"\n'],
  ['<path>{{args.pathname|xml}}</path>', '<path>/a &#34;b&#34;\n&#60;c&#62;</path>\n'],
  ['{{args.pathname}}', '/a "b" <c>\n'],
])('%s', (source, expected) => expect(filled(source)).toBe(expected));

test.each(['{{}}', '{{a b}}', '{{a|html}}'])('a hole that is none: %s', (source) => {
  expect(() => template(source, 'one.tmpl')).toThrow(/read template: one\.tmpl: \{\{/);
});

describe('templates of docs/rules-engine.md', () => {
  const page = readFileSync(join(__dirname, '../../../../docs/rules-engine.md'), 'utf8');
  const section = page.slice(page.indexOf('### Templates'), page.indexOf('## JSON lines'));
  const shown = new Map(
    [...section.matchAll(/^For ([A-Za-z]+)[^\n]*:\n\n```\n(.*?)```$/gms)].map(([, name = '', source = '']) => [
      name,
      source,
    ]),
  );
  const of = (name: string) => filled(shown.get(name) as string);

  test('are these', () => expect([...shown.keys()]).toEqual(['Slack', 'Falcosidekick', 'XML', 'CSV']));

  test('Slack', () => expect(JSON.parse(of('Slack')).text).toBe('A "title" of <it>'));

  test('Falcosidekick: the fields that it asks for', () =>
    expect(JSON.parse(of('Falcosidekick'))).toEqual({
      output: 'A "title" of <it>',
      priority: 'high',
      rule: 'one',
      time: '1970-01-01T00:00:00.000000000Z',
      source: 'syscall',
      hostname: '',
      output_fields: { 'proc.name': '', 'proc.pid': 0, 'container.id': '', 'evt.type': 'openat' },
    }));

  test('XML and CSV', () => {
    expect(of('XML')).toMatch(
      /^<finding id="ACME-1" severity="high" time="[^"]+"><process><\/process>.*<\/finding>\n$/,
    );
    expect(of('CSV')).toBe('0,"ACME-1","high","",""\n');
  });
});
