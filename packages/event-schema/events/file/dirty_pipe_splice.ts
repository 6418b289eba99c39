import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2125,
  name: 'dirty_pipe_splice',
  doc: 'A splice left pages of a file in a pipe that later writes to it would change in place (CVE-2022-0847). Kernels that are mended (9d2231c5d74e: 5.17, 5.16.11, 5.15.25, 5.10.102) never report it.',
  probe: onReturn('do_splice'),
  args: 'inode_in:u64 in_file_type:u16=file_mode in_file_path:string exposed_data_start_offset:u64 exposed_data_len:u64 inode_out:u64 out_pipe_last_buffer_flags:u32',
});
