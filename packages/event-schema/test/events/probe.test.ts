import { onCall, onEntry, onReturn, parseProbe } from '../../events/probe';

const programs = (event: string, probe: string) =>
  parseProbe(event, probe).map((hook) => hook.map((way) => way.programs));

describe('the programs of a probe', () => {
  it.each([
    ['of a tracepoint: the event', 'sched_process_exit', 'tracepoint sched_process_exit', [[['sched_process_exit']]]],
    ['of an entry: the kinds', 'vfs_utimes', onEntry('vfs_utimes'), [[['vfs_utimes__fentry'], ['vfs_utimes__kprobe']]]],
    [
      'of a return: with what keeps the parameters',
      'vfs_read',
      onReturn('vfs_read'),
      [[['vfs_read__fexit'], ['vfs_read__kretprobe_entry', 'vfs_read__kretprobe']]],
    ],
    [
      'of a function of another name: both names',
      'file_modification',
      onCall('file_modified'),
      [
        [
          ['file_modification__file_modified__fexit_entry', 'file_modification__file_modified__fexit'],
          ['file_modification__file_modified__kretprobe_entry', 'file_modification__file_modified__kretprobe'],
        ],
      ],
    ],
    ['of two places: two hooks', 'e', 'kprobe e & fentry f', [[['e__kprobe']], [['e__f__fentry']]]],
  ])('%s', (_, event, probe, expected) => expect(programs(event, probe)).toEqual(expected));

  it.each(['security_file_open', 'probe x', 'kprobe x y', ''])('"%s" is none', (probe) => {
    expect(() => parseProbe('e', probe)).toThrow('define event: e: probe');
  });
});
