import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../generate/catalogue';
import { witness } from '../../generate/witness';

const root = join(__dirname, '../../../..');
const events = catalogue(join(__dirname, '../../events'));

/** What set-up compiles, for this architecture and the other. */
const objects = [
  'packages/bpf-core/dist/tracee.typed.bpf.o',
  'packages/bpf-core/dist/tracee.raw.bpf.o',
  `build/${process.arch === 'arm64' ? 'x86' : 'arm64'}/tracee.typed.bpf.o`,
  `build/${process.arch === 'arm64' ? 'x86' : 'arm64'}/tracee.raw.bpf.o`,
];

describe.each(objects)('%s', (path) => {
  const object = readFileSync(join(root, path));

  it('has every id, offset, size and the fingerprint of the definitions', () => {
    expect(witness(object, events)).toEqual([]);
  });

  it('is told apart from definitions that moved an argument, renumbered an event or have one more', () => {
    const [first, ...rest] = events.filter(({ probe, args }) => probe !== undefined && args.length > 1);
    if (first === undefined) throw new Error('no event with arguments');
    const others = events.filter((event) => event !== first);
    const moved = { ...first, args: first.args.slice(1) };
    expect(witness(object, [...others, moved]).join('\n')).toContain(`${first.name}_args`);
    expect(witness(object, [...others, { ...first, id: 4000 }]).join('\n')).toContain('not 4000');
    expect(witness(object, [...events, { ...first, id: 4001, name: 'none' }]).join('\n')).toContain(
      'none_args: missing',
    );
    expect(rest.length).toBeGreaterThan(20);
  });
});
