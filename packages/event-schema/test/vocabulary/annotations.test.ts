import { join } from 'node:path';
import { parseArguments } from '../../events/define';
import { catalogue } from '../../generate/catalogue';
import { schemaOf } from '../../generate/schema';
import { checkAnnotations, loadVocabularies } from '../../generate/vocabularies';
import { fingerprint, type Vocabulary, type VocabularyName, vocabularies } from '../../src';
import { isInteger } from '../../src/view/number';

const events = catalogue(join(__dirname, '../../events'));
const words = loadVocabularies(join(__dirname, '../../src/vocabulary'));
const annotated = events.flatMap((event) =>
  event.args
    .filter((a) => a.vocabulary !== undefined)
    .map((argument) => ({ event, argument, text: `${event.name}.${argument.name}` })),
);

test('every annotation names a vocabulary and stands on an integer', () => {
  expect(annotated.length).toBeGreaterThan(250);
  expect(() => checkAnnotations(events, words)).not.toThrow();
  expect(annotated.filter(({ argument }) => !isInteger(argument.type)).map(({ text }) => text)).toEqual([]);
});

test('the generator refuses an annotation that names none', () => {
  const event = {
    id: 1,
    name: 'open',
    sets: [],
    doc: '',
    args: parseArguments('flags:i32=open_flag mode:u16=nothing_like_it'),
  };
  expect(() => checkAnnotations([event], words)).toThrow(
    'generate: open.flags: "open_flag" is no vocabulary (did you mean "open_flags"?)\n' +
      'generate: open.mode: "nothing_like_it" is no vocabulary (add src/vocabulary/nothing_like_it.ts)',
  );
});

test('an argument that decides for another is in the same event', () => {
  const lost = annotated.filter(({ event, argument }) => {
    const vocabulary: Vocabulary = vocabularies[argument.vocabulary as VocabularyName];
    return vocabulary.kind === 'dependent' && !event.args.some(({ name }) => vocabulary.on.includes(name));
  });
  expect(lost.map(({ text }) => text)).toEqual([]);
});

test('annotations do not change the fingerprint', () => {
  const bare = events.map((event) => ({ ...event, args: event.args.map(({ name, type }) => ({ name, type })) }));
  expect(schemaOf(bare).fingerprint).toBe(fingerprint);
  expect(schemaOf(events).fingerprint).toBe(fingerprint);
});

test('arguments that the kernel gives names to are annotated', () => {
  const of = (event: string) =>
    Object.fromEntries(events.find((e) => e.name === event)?.args.map((a) => [a.name, a.vocabulary]) ?? []);
  expect(of('openat')).toEqual({ dirfd: 'dirfd', pathname: undefined, flags: 'open_flags', mode: 'file_mode' });
  expect(of('socket')).toEqual({ domain: 'address_family', type: 'socket_type', protocol: 'socket_protocol' });
  expect(of('kill')).toEqual({ pid: undefined, sig: 'signal' });
  expect(of('mknod')).toEqual({ pathname: undefined, mode: 'file_mode', dev: 'encoded_device' });
});
