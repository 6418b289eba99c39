import { isIPv6 } from 'node:net';
import fc from 'fast-check';
import { decodeSockaddr, encodeSockaddr } from '../../src';

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex');

describe('socket addresses', () => {
  test.each([
    [
      'IPv4',
      '0200 01bb 5db8d822 0000000000000000',
      { sa_family: 'AF_INET', sin_port: '443', sin_addr: '93.184.216.34' },
    ],
    [
      'IPv6',
      '0a00 0050 00000007 20010db8000000000000000000000001 02000000',
      { sa_family: 'AF_INET6', sin6_port: '80', sin6_flowinfo: '7', sin6_addr: '2001:db8::1', sin6_scopeid: '2' },
    ],
    [
      'IPv4 in IPv6',
      '0a00 0016 00000000 00000000000000000000ffff7f000001 00000000',
      { sa_family: 'AF_INET6', sin6_port: '22', sin6_flowinfo: '0', sin6_addr: '::ffff:127.0.0.1', sin6_scopeid: '0' },
    ],
    ['a path', '0100 2f72756e2f612e736f636b00', { sa_family: 'AF_UNIX', sun_path: '/run/a.sock' }],
    ['a path that is not UTF-8', '0100 2fff00', { sa_family: 'AF_UNIX', sun_path: '/\udcff' }],
    ['an abstract name', '0100 006162', { sa_family: 'AF_UNIX', sun_path: '@ab' }],
    ['an unnamed socket', '0100', { sa_family: 'AF_UNIX', sun_path: '' }],
    ['netlink', '1000 0000 01000000 00000000', { sa_family: 'AF_NETLINK', sa_data: '00000100000000000000' }],
    ['an unknown family', 'e703 0102', { sa_family: '999', sa_data: '0102' }],
    ['IPv4 that ends in its port', '0200 00', { sa_family: 'AF_INET', sa_data: '00' }],
    [
      'IPv6 that ends in its address',
      '0a00 0050 00000000 2001',
      { sa_family: 'AF_INET6', sa_data: '0050000000002001' },
    ],
    ['a single byte', '02', { sa_family: '', sa_data: '02' }],
    ['nothing', '', { sa_family: '', sa_data: '' }],
  ])('%s, both ways', (_, bytes, address) => {
    expect(decodeSockaddr(hex(bytes))).toEqual(address);
    expect(encodeSockaddr(address)?.toString('hex')).toBe(hex(bytes).toString('hex'));
  });

  test('a path buffer padded with NUL is the path', () => {
    const bytes = Buffer.alloc(110);
    bytes.set(hex('01002f61'));
    expect(decodeSockaddr(bytes)).toEqual({ sa_family: 'AF_UNIX', sun_path: '/a' });
    bytes.set(hex('0100006100'));
    expect(decodeSockaddr(bytes)).toEqual({ sa_family: 'AF_UNIX', sun_path: '@a' });
  });

  test('any bytes are an address, and an address is text that leads back to the same address', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 2, 10, 16, 17), fc.uint8Array({ maxLength: 40 }), (family, data) => {
        const address = decodeSockaddr(Buffer.concat([Buffer.of(family, 0), data]));
        const bytes = encodeSockaddr(address);
        expect(bytes).toBeDefined();
        expect(decodeSockaddr(bytes as Buffer)).toEqual(address);
      }),
    );
  });

  test('every IPv6 address is written as one that Node accepts, and read back', () => {
    const group = fc.oneof(
      fc.constant([0, 0]),
      fc.uint8Array({ minLength: 2, maxLength: 2 }).map((b) => [...b]),
    );
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const bytes = Buffer.concat([hex('0a00 0050 00000000'), Buffer.from(groups.flat()), hex('00000000')]);
        const address = decodeSockaddr(bytes) as { sin6_addr: string };
        expect(isIPv6(address.sin6_addr)).toBe(true);
        expect(encodeSockaddr(address as never)).toEqual(bytes);
      }),
    );
  });

  test.each([
    [{ sa_family: 'AF_INET', sin_port: '80', sin_addr: '1.2.3' }],
    [{ sa_family: 'AF_INET', sin_port: '80', sin_addr: '1.2.3.256' }],
    [{ sa_family: 'AF_INET', sin_port: '65536', sin_addr: '1.2.3.4' }],
    [{ sa_family: 'AF_INET', sin_port: 'http', sin_addr: '1.2.3.4' }],
    [{ sa_family: 'AF_INET6', sin6_port: '80', sin6_addr: '1.2.3.4' }],
    [{ sa_family: 'AF_INET6', sin6_port: '80', sin6_addr: 'fe80::1%eth0' }],
    [{ sa_family: 'AF_NOSUCH' }],
    [{ sa_family: '65536' }],
  ])('not an address: %j', (address) => {
    expect(encodeSockaddr(address)).toBeUndefined();
  });
});
