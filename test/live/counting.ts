/** Calls to a finding. */
export const countedEach = 997;

/** A signature of the numbered calls with a state: every so many of them are a finding. */
export const counting = `module.exports = class {
  meta = {
    id: 'ACME-1', name: 'counts', title: 't', version: '1.0.0', severity: 'info', tactic: 'impact',
    technique: { id: 'T1485', name: 'n' }, description: 'd', misses: ['m'],
  };
  seen = 0;
  on = { close: ({ args: { fd } }) => (++this.seen % ${countedEach} === 0 ? { data: { seen: this.seen, fd } } : undefined) };
};`;
