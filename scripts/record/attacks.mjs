/** Triggers that act for one signature each, whose name they have. */
const single = [
  'anti_debugging',
  'fileless_execution',
  'illegitimate_shell',
  'process_vm_write_inject',
  'ptrace_code_injection',
];
const trigger = (name) => ({ name, command: [`build/triggers/${name}`] });

/** The acts of the live tests, and which process of theirs is recorded for which signature. */
export const attacks = {
  acts: [...single, 'signature_acts'].map(trigger),
  recordings: (performed) =>
    performed.flatMap(({ name, pid, stdout }) =>
      name === 'signature_acts'
        ? stdout
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line))
            .map((act) => ({ file: `${act.signature}.frames`, pid: act.pid }))
        : [{ file: `${name}.frames`, pid }],
    ),
};
