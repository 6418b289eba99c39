// SPDX-License-Identifier: GPL-2.0
#include "transfer.h"

#define PIPE_BUF_FLAG_CAN_MERGE 0x10

ON_RETURN(dirty_pipe_splice__do_splice, EVENT_DIRTY_PIPE_SPLICE, do_splice, struct file *in, __s64 *off_in, struct file *out, __s64 *off_out,
	  unsigned long length, unsigned int flags, long ret)
{
	struct inode *into = LOAD(out, f_inode), *from = LOAD(in, f_inode);
	struct pipe_inode_info *pipe = LOAD(into, i_pipe);
	struct dirty_pipe_splice_args *args;
	struct scratch *scratch;
	struct pipe_buffer *last;
	__u32 buffer_flags;

	if (ret <= 0 || (LOAD(into, i_mode) & S_IFMT) != S_IFIFO || (LOAD(from, i_mode) & S_IFMT) == S_IFIFO)
		return 0;
	last = LOAD(pipe, bufs);
	last = (void *)last + ((LOAD(pipe, head) - 1) & (LOAD(pipe, ring_size) - 1)) * bpf_core_type_size(struct pipe_buffer);
	buffer_flags = BPF_CORE_READ(last, flags);
	if (!(buffer_flags & PIPE_BUF_FLAG_CAN_MERGE))
		return 0;
	scratch = record__begin(kind, task__current(), EVENT_DIRTY_PIPE_SPLICE, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->inode_in = LOAD(from, i_ino);
	args->in_file_type = LOAD(from, i_mode) & S_IFMT;
	args->exposed_data_start_offset = off_in ? transfer__start(off_in, ret) : LOAD(in, f_pos) - ret;
	args->exposed_data_len = ret;
	args->inode_out = LOAD(into, i_ino);
	args->out_pipe_last_buffer_flags = buffer_flags;

	blob__file_path(kind, scratch, &args->in_file_path, in);

	record__submit(kind, scratch);
	return 0;
}
