import { defineEvent } from '../define';

export default defineEvent({
  id: 2451,
  name: 'io_uring_submit',
  doc: 'A request was taken from an io_uring. fd: what it is on, or the directory of its path; file: the path of fd; pathname, new_pathname, address: what openat, openat2, unlinkat, renameat and connect name. flags: without IOSQE_ASYNC, which the kernel sets itself too.',
  probe: 'tracepoint io_uring_submit_req | tracepoint io_uring_submit_sqe',
  args: 'opcode:u8=io_uring_opcode user_data:u64 flags:u32=io_uring_request_flags fd:i32 file:string pathname:string new_pathname:string address:sockaddr',
});
