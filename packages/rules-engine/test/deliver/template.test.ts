import { FrameReader, FrameWriter } from '@tracee/event-schema';
import { template } from '../../src/deliver/template';
import { event, type Meta } from '../../src/index';

function filled(source: string): string {
  let text = '';
  const meta = { id: 'ACME-1', severity: 'high', technique: { id: 'T1005' } } as Meta;
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
