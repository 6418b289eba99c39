// SPDX-License-Identifier: GPL-2.0
#include "io_uring.h"
#include "probe.h"

/* Paths and addresses that the request names. */
static __always_inline void request__names(struct scratch *scratch, struct io_uring_submit_args *args, struct io_kiocb *request)
{
	struct io_open *open = (void *)request;
	struct io_unlink *unlink = (void *)request;
	struct io_rename *rename = (void *)request;
	struct io_connect *connect = (void *)request;
	const char *path = 0, *new_path = 0;
	const void *address = 0;

	switch (args->opcode) {
	case IO_URING_OPENAT:
	case IO_URING_OPENAT2:
		path = BPF_CORE_READ(open, filename, name);
		break;
	case IO_URING_UNLINKAT:
		path = BPF_CORE_READ(unlink, filename, name);
		break;
	case IO_URING_RENAMEAT:
		path = BPF_CORE_READ(rename, oldpath, name);
		new_path = BPF_CORE_READ(rename, newpath, name);
		break;
	case IO_URING_CONNECT:
		address = BPF_CORE_READ(connect, addr);
		break;
	}
	blob__text(scratch, &args->pathname, path);
	blob__text(scratch, &args->new_pathname, new_path);
	blob__user_sockaddr(scratch, &args->address, address);
}

static __always_inline int request__report(const enum probe_kind kind, struct io_kiocb *request)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_IO_URING_SUBMIT, sizeof(struct io_uring_submit_args));
	struct io_uring_submit_args *args;
	struct file *file;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->opcode = BPF_CORE_READ(request, opcode);
	args->user_data = request__user_data(request);
	args->flags = request__flags(request);
	args->fd = request__descriptor(request, args->opcode);
	file = request__file(task, request, args->flags, args->fd);

	blob__file_path(kind, scratch, &args->file, file);
	request__names(scratch, args, request);

	record__submit(kind, scratch);
	return 0;
}

/* Renamed, and with the request alone, in 2ad57931db64 (6.3). */
ON_TRACEPOINT(io_uring_submit__io_uring_submit_req, io_uring_submit_req, struct io_kiocb *request)
{
	return request__report(kind, request);
}

/* The request comes first since 48863ffd3e81 (6.0); before, behind the ring; before 236daeae3616 (5.14) not at all, and there is nothing to tell. */
ON_TRACEPOINT(io_uring_submit__io_uring_submit_sqe, io_uring_submit_sqe, void *first, void *second)
{
	struct io_kiocb___5_19 *late = 0;
	struct trace_event_raw_io_uring_submit_sqe *traced = 0;

	/* both are read before one is chosen: an offset into the context must be a constant */
	barrier_var(first);
	barrier_var(second);
	if (!bpf_core_field_exists(traced->req))
		return 0;
	return request__report(kind, bpf_core_field_exists(late->cqe) ? first : second);
}
