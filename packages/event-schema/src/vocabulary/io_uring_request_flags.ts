import { defineFlags } from './define';

export default defineFlags({
  name: 'io_uring_request_flags',
  doc: 'Flags of a request in an io_uring (IOSQE)',
  values: {
    IOSQE_FIXED_FILE: 0x1,
    IOSQE_IO_DRAIN: 0x2,
    IOSQE_IO_LINK: 0x4,
    IOSQE_IO_HARDLINK: 0x8,
    IOSQE_ASYNC: 0x10,
    IOSQE_BUFFER_SELECT: 0x20,
    IOSQE_CQE_SKIP_SUCCESS: 0x40,
  },
});
