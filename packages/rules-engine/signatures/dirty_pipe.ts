import type { Handlers, Meta, Signature } from '../src/index';

export default class DirtyPipe implements Signature {
  readonly meta = {
    id: 'TTS-2045',
    name: 'dirty_pipe',
    title: 'Write into a file that may only be read (Dirty Pipe)',
    version: '1.0.0',
    severity: 'critical',
    tactic: 'privilege-escalation',
    technique: { id: 'T1068', name: 'Exploitation for Privilege Escalation' },
    description:
      'A page of a file lies in a pipe in a state in which writes to the pipe change the file, although it may only be read (CVE-2022-0847): every user changes any file that he can read.',
    misses: ['the same fault used without splice'],
  } satisfies Meta;

  readonly on = {
    dirty_pipe_splice: ({ args: { in_file_path, exposed_data_start_offset, exposed_data_len } }) => ({
      data: { path: in_file_path, offset: exposed_data_start_offset, length: exposed_data_len },
    }),
  } satisfies Handlers;
}
