import { FrameReader, FrameWriter } from '@tracee/event-schema';
import { event, type Finding, type Meta } from '../../src/index';
import { coloured, type Paint, paintFor, plain } from '../../src/output/colour';
import { prettyBlock } from '../../src/output/pretty';
import { visible } from '../../src/output/visible_text';

const meta = { id: 'ACME-1', name: 'opens', title: 'A file was opened', severity: 'critical' } as Meta;

function pretty(input: Parameters<FrameWriter['event']>[0], data: Finding['data'] = {}, paint: Paint = plain): string {
  let text = '';
  const writer = new FrameWriter().header({ bootTime: 1_700_000_000_000_000_000n }).event(input);
  new FrameReader({
    event: (one) => {
      text += prettyBlock(paint)({ meta, event: one, data, ancestors: [] });
    },
  }).push(writer.take());
  return text;
}

const opened = event(
  'openat',
  {},
  {
    timestamp: 1_234_567_890_123n,
    processName: 'cat',
    processId: 7,
    hostProcessId: 4242,
    userId: 1000,
    returnValue: -13n,
    executablePath: '/usr/bin/cat',
  },
);

test('a block', () => {
  expect(pretty(opened, { pathname: '/etc/shadow', flags: 1 })).toBe(
    [
      '2023-11-14 22:33:54.567890Z CRITICAL ACME-1 A file was opened',
      '    process   cat, pid 7 (host 4242), uid 1000, /usr/bin/cat',
      '    event     openat, returned -13',
      '    pathname  /etc/shadow',
      '    flags     1',
      '',
    ].join('\n'),
  );
});

test('a container', () => {
  const block = pretty({
    ...opened,
    containerId: '0123456789abcdef',
    containerImage: 'nginx:1',
    containerName: 'web',
    podName: 'web-0',
    podNamespace: 'shop',
  });
  expect(block).toContain('    container  0123456789ab web nginx:1 pod shop/web-0\n');
});

test('nothing in an event can draw on the terminal', () => {
  const block = pretty(
    { ...opened, processName: '\x1b[2J', containerId: 'c\n', executablePath: '/\u202e' },
    { 'a\nb': '\r\x9b\udcff\\', list: ['\x07'] },
  );
  expect(block.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  expect(block).toContain('\\x1b[2J, pid');
  expect(block).toContain('/\\u{202e}\n');
  expect(block).toContain('a\\x0ab');
  expect(block).toContain('\\x0d\\x9b\\xff\\\\\n');
  expect(block.trimEnd().split('\n')).toHaveLength(6);
});

test('an event that was sent before', () => {
  const sent = { ...opened, processorId: 1, sequence: 42n, contextFlags: { resent: true } };
  expect(pretty(sent)).toContain('    resent   CPU 1, sequence 42: an engine before may have found it\n');
});

test('a long value is cut', () => {
  expect(pretty(opened, { env: 'x'.repeat(5000) })).toMatch(/env {6}x{400}… \(5000 characters\)\n$/);
});

test('visible text keeps what is harmless', () => {
  expect(visible('/home/é/文件 \u{1f600}')).toBe('/home/é/文件 \u{1f600}');
});

test('colours are for terminals without NO_COLOR', () => {
  expect(paintFor({ isTTY: true }, {})).toBe(coloured);
  expect(paintFor({ isTTY: true }, { NO_COLOR: '' })).toBe(coloured);
  for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) expect(paintFor({ isTTY: true }, env)).toBe(plain);
  expect(paintFor({}, {})).toBe(plain);
  expect(pretty(opened, {}, coloured)).toContain('\x1b[1;37;41mCRITICAL\x1b[0m');
});
