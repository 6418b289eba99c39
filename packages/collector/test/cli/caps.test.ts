import { parseCaps } from '../../src/cli/caps';
import { dropPrivileges } from '../../src/cli/drop_privileges';
import { capabilitySet } from '../../src/kernel/capabilities';
import { fakeNative } from '../fake_native';

const use = { readersCome: false, filtersChange: false };
const log = { warn: jest.fn(), debug: jest.fn() } as never as Parameters<typeof dropPrivileges>[3];

test('the words of --caps', () => {
  expect(parseCaps(['allow-failed-drop', 'cancel-drop=0', 'add=CAP_SYS_PTRACE,net_raw', 'add!=bpf'])).toEqual({
    allowFailedDrop: true,
    cancelDrop: false,
    add: ['sys_ptrace', 'net_raw'],
    remove: ['bpf'],
  });
  expect(() => parseCaps(['drop'])).toThrow('--caps: "drop": not known');
  expect(() => parseCaps(['cancel-drop=maybe'])).toThrow('--caps: "cancel-drop=maybe"');
  expect(() => parseCaps(['add=sys_ptrac'])).toThrow('no such capability (did you mean "sys_ptrace"?)');
});

test('a capability has the number of the kernel', () => {
  expect(capabilitySet(['chown'])).toBe(1n);
  expect(capabilitySet(['bpf', 'perfmon', 'checkpoint_restore'])).toBe((1n << 38n) | (1n << 39n) | (1n << 40n));
});

test('what is needed stays, with what is added and without what is taken away', () => {
  const native = fakeNative();
  dropPrivileges(native, parseCaps([]), use, log);
  dropPrivileges(native, parseCaps(['add=kill', 'add!=perfmon']), { ...use, readersCome: true }, log);
  dropPrivileges(native, parseCaps(['cancel-drop']), use, log);
  expect(native.dropped).toEqual([
    capabilitySet(['bpf', 'perfmon', 'dac_read_search']),
    capabilitySet(['bpf', 'dac_read_search', 'sys_ptrace', 'kill']),
  ]);
});

test('where they cannot be dropped, the user decides', () => {
  const native = {
    dropPrivileges: () => {
      throw new Error('drop privileges: seccomp: Invalid argument');
    },
  };
  expect(() => dropPrivileges(native, parseCaps([]), use, log)).toThrow('allow-failed-drop');
  dropPrivileges(native, parseCaps(['allow-failed-drop']), use, log);
  expect(log.warn).toHaveBeenCalledWith('drop privileges: seccomp: Invalid argument: all privileges are kept');
});
