import { unavailableLines } from '../../src/cli/unavailable_text';

const noKprobes = (name: string) => ({
  event: name,
  reason: `fentry ${name}: not permitted (EPERM); kprobe ${name}: this kernel has no kprobes`,
});

describe('what cannot be had here', () => {
  it('is told once a cause, however the functions are called', () => {
    const lines = unavailableLines(
      [noKprobes('vfs_read'), { event: 'hooked_syscall', reason: 'not by this collector' }, noKprobes('vfs_write')],
      5,
    );
    expect(lines).toEqual([
      '2 of 5 events cannot be had here: vfs_read, vfs_write: not permitted (EPERM); this kernel has no kprobes',
      '1 of 5 events cannot be had here: hooked_syscall: not by this collector',
    ]);
  });

  it('is a line that can be read, for a hundred events', () => {
    const names = Array.from({ length: 100 }, (_, i) => `security_${i}`);
    const [line, ...more] = unavailableLines(names.map(noKprobes), 100);
    expect(more).toEqual([]);
    expect(line).toContain('100 of 100 events cannot be had here: security_0, ');
    expect(line).toContain('security_5 and 94 more (--debug names them): not permitted (EPERM)');
  });

  it('is nothing when everything can be had', () => {
    expect(unavailableLines([], 1)).toEqual([]);
  });
});
