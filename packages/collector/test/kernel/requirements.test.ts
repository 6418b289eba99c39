import { checkMachine, type Machine, thisMachine } from '../../src/kernel/requirements';

const bit = (...numbers: bigint[]) => numbers.reduce((bits, n) => bits | (1n << n), 0n);
const good: Machine = {
  platform: 'linux',
  capabilities: bit(21n),
  lockdown: '[none] integrity confidentiality\n',
};

describe('a machine that can load BPF programs', () => {
  it.each([
    ['CAP_SYS_ADMIN', good],
    ['CAP_BPF and CAP_PERFMON', { ...good, capabilities: bit(38n, 39n) }],
    ['lockdown for integrity', { ...good, lockdown: 'none [integrity] confidentiality\n' }],
    ['no lockdown', { ...good, lockdown: '' }],
  ])('%s', (_, machine) => expect(() => checkMachine(machine)).not.toThrow());
});

describe('a machine that cannot, says why and what to do', () => {
  it.each([
    ['unsupported', 'darwin: BPF needs Linux', { ...good, platform: 'darwin' }],
    ['permission', 'no CAP_BPF and no CAP_PERFMON (run as root', { ...good, capabilities: 0n }],
    ['permission', 'no CAP_BPF (run as root', { ...good, capabilities: bit(38n) }],
    ['permission', 'no CAP_PERFMON (run as root', { ...good, capabilities: bit(39n) }],
    ['unsupported', 'lockdown is "confidentiality"', { ...good, lockdown: 'none integrity [confidentiality]\n' }],
  ])('%s: %s', (code, found, machine) => {
    expect(() => checkMachine(machine)).toThrow(found);
    expect(() => checkMachine(machine)).toThrow(expect.objectContaining({ code }));
    expect(() => checkMachine(machine)).toThrow('tracee-rules --input');
  });
});

it('this machine is looked at', () => {
  expect(thisMachine()).toMatchObject({ platform: process.platform });
  expect(typeof thisMachine().capabilities).toBe('bigint');
});
