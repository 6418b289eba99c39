import DirtyPipe from '../../signatures/dirty_pipe';
import { event, testSignature } from '../../src/index';

testSignature(DirtyPipe, {
  fires: [
    {
      name: 'any such splice',
      events: [
        event('dirty_pipe_splice', {
          in_file_path: '/etc/passwd',
          exposed_data_start_offset: 1n,
          exposed_data_len: 1n,
        }),
      ],
      data: { path: '/etc/passwd', offset: 1n, length: 1n },
    },
  ],
  quiet: [{ name: 'a splice as such', events: [event('splice', { fd_in: 3, fd_out: 4 })] }],
});
