import { metricText, parseListenAddress } from '../../src';

test('addresses', () => {
  expect(parseListenAddress('127.0.0.1:3366')).toEqual({ host: '127.0.0.1', port: 3366 });
  expect(parseListenAddress(':3366')).toEqual({ host: undefined, port: 3366 });
  expect(parseListenAddress('[::1]:0')).toEqual({ host: '::1', port: 0 });
  expect(parseListenAddress('unix:/run/a b')).toEqual({ path: '/run/a b' });
  for (const wrong of ['', '3366', 'a:b', 'host:65536', '::1:3366', 'unix:'])
    expect(parseListenAddress(wrong)).toBeUndefined();
});

test('metrics', () => {
  expect(metricText('a_total', 'counter', 'What', [])).toBe('');
  expect(
    metricText('a_total', 'counter', 'What', [
      [{}, 3n],
      [{ name: 'a"\\\n', by: 'x' }, 4],
    ]),
  ).toBe('# HELP a_total What\n# TYPE a_total counter\na_total 3\na_total{name="a\\"\\\\\\n",by="x"} 4\n');
});
