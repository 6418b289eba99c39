// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

ON_TRACEPOINT(io_uring_create, io_uring_create, int fd, void *ring, __u32 sq_entries, __u32 cq_entries, __u32 flags)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_IO_URING_CREATE, sizeof(struct io_uring_create_args));
	struct io_uring_create_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->fd = fd;
	args->sq_entries = sq_entries;
	args->cq_entries = cq_entries;
	args->flags = flags;

	record__submit(kind, scratch);
	return 0;
}
