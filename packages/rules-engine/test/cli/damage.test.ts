import { writeFileSync } from 'node:fs';
import { capture, end, findingNumbers, firing, header } from './capture';
import { temporaryDirectory } from './directory';
import { run } from './tracee_rules';

const path = temporaryDirectory();

async function replay(...parts: Buffer[]) {
  writeFileSync(path('run.frames'), Buffer.concat(parts));
  const ended = await run(['--input', path('run.frames'), '--quiet']);
  return { ...ended, findings: findingNumbers(ended.stdout) };
}

test('a capture without its end frame: every finding, one warning, exit code 3', async () => {
  const { status, findings, stderr } = await replay(header(), firing(3));
  expect({ status, findings }).toEqual({ status: 3, findings: [0, 1, 2] });
  const bytes = header().length + firing(3).length;
  expect(stderr).toMatch(new RegExp(`run\\.frames: read frame: offset ${bytes}: the input ends without an end frame`));
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a capture cut at every byte of its last frames gives every whole frame before the cut', async () => {
  const whole = Buffer.concat([header(), firing(2)]);
  const first = header().length + firing(1).length;
  for (const cut of [first - 1, first + 1, first + 6, whole.length - 1]) {
    const { status, findings, stderr } = await replay(whole.subarray(0, cut));
    const frame = cut < first ? header().length : first;
    expect({ cut, status, findings }).toEqual({ cut, status: 3, findings: cut < first ? [] : [0] });
    expect(stderr).toContain(`offset ${frame}: the input ends ${cut - frame} bytes into a frame`);
  }
});

test('garbage inside: findings before it, its offset, nothing after', async () => {
  const before = Buffer.concat([header(), firing(2)]);
  const { status, findings, stderr } = await replay(before, Buffer.from('garbage'), firing(2), end(4));
  expect({ status, findings }).toEqual({ status: 3, findings: [0, 1] });
  expect(stderr).toMatch(new RegExp(`offset ${before.length}: byte 0x67 where a frame begins`));
});

test('an event whose argument is not of its type', async () => {
  const good = firing(1);
  const bad = Buffer.from(firing(1));
  bad[bad.length - 1 - 8] = 0x00;
  const { status, findings, stderr } = await replay(header(), good, bad, end(2));
  expect({ status, findings }).toEqual({ status: 3, findings: [0] });
  expect(stderr).toContain(`offset ${header().length + good.length}: `);
});

test.each([
  ['nothing', Buffer.alloc(0), /offset 0: the input is empty \(did tracee-collect start\?/],
  ['an event before a header', firing(1), /offset 0: an event before any header/],
  [
    'JSON',
    Buffer.from('{"eventName":"ptrace"}\n'),
    /offset 0: byte 0x7b .*it looks like JSON lines: --input-format json/,
  ],
  ['a frame longer than any may be', Buffer.from('c9ffffffff01', 'hex'), /offset 0: a frame of 4294967295 bytes/],
])('an input of %s', async (_, bytes, expected) => {
  const { status, findings, stderr } = await replay(bytes);
  expect({ status, findings }).toEqual({ status: 3, findings: [] });
  expect(stderr).toMatch(expected);
});

test('the same by a pipe', async () => {
  const { status, stdout, stderr } = await run(['--quiet'], capture(4).subarray(0, -3));
  expect({ status, findings: findingNumbers(stdout) }).toEqual({ status: 3, findings: [0, 1, 2, 3] });
  expect(stderr).toContain('standard input: read frame: offset ');
});
