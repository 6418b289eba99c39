import fc from 'fast-check';
import { type Credentials, credentialsBytes, decodeCredentials, encodeCredentials } from '../../src';

const credentials: Credentials = {
  uid: 1000,
  gid: 1001,
  suid: 2,
  sgid: 3,
  euid: 0,
  egid: 4,
  fsuid: 5,
  fsgid: 4294967295,
  userNamespace: 4026531837,
  secureBits: 6,
  capInheritable: 1n,
  capPermitted: 0x1ffffffffffn,
  capEffective: 2n ** 64n - 1n,
  capBounding: 2n ** 53n + 1n,
  capAmbient: 0n,
};

describe('credentials', () => {
  test('ten u32 and five u64, little endian, 80 bytes', () => {
    const bytes = encodeCredentials(credentials);
    expect(bytes.length).toBe(80);
    expect(bytes.readUInt32LE(0)).toBe(1000);
    expect(bytes.readUInt32LE(32)).toBe(4026531837);
    expect(bytes.readBigUInt64LE(64)).toBe(2n ** 53n + 1n);
    expect(decodeCredentials(bytes)).toEqual(credentials);
  });

  test('any 80 bytes survive', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: credentialsBytes, maxLength: credentialsBytes }), (bytes) => {
        expect(new Uint8Array(encodeCredentials(decodeCredentials(bytes) as Credentials))).toEqual(bytes);
      }),
    );
  });

  test('any other length is none', () => {
    expect(decodeCredentials(new Uint8Array(79))).toBeUndefined();
    expect(decodeCredentials(new Uint8Array(81))).toBeUndefined();
  });

  test('what is absent is 0', () => {
    expect(decodeCredentials(encodeCredentials({ uid: 7 }))).toEqual({
      ...Object.fromEntries(
        Object.entries(credentials).map(([name, value]) => [name, typeof value === 'bigint' ? 0n : 0]),
      ),
      uid: 7,
    });
  });
});
