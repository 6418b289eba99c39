import { fuzz } from '../../fuzz/frames';

test('200,000 damaged streams are read to their damage or their end, and nothing else happens', () => {
  const { damage } = fuzz(200_000, 20240229);
  // the mutations must reach every part of the reader
  const codes = [
    'bad-event',
    'bad-header',
    'bad-dictionary',
    'bad-loss',
    'bad-statistics',
    'bad-end',
    'truncated',
    'not-a-frame',
    'too-long',
    'no-header',
    'none',
  ];
  for (const code of codes) expect(damage.get(code)).toBeGreaterThan(0);
}, 120_000);
