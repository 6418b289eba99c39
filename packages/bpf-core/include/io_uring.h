/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A request of an io_uring after the kernel took it out of the ring and before it is done. What is read is the kernel's own copy, which
 * the process cannot change any more. Every request begins with the fields of its operation (`struct io_open` and the like).
 */
#pragma once

#include "file.h"
#include "io_worker.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpadded" /* partial types, not layouts */
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct io_ring_ctx {
	__u32 *sq_array;
	void *sq_sqes;
	unsigned int cached_sq_head, sq_entries;
};

struct io_kiocb___5_10 {
	__u64 user_data;
};

struct trace_event_raw_io_uring_submit_sqe {
	void *req;
};

struct io_cqe {
	__u64 user_data;
	int fd;
};

struct io_kiocb___5_19 {
	struct io_cqe cqe;
};

struct filename {
	const char *name;
};

struct io_open {
	int dfd;
	struct filename *filename;
};

struct io_unlink {
	int dfd;
	struct filename *filename;
};

struct io_rename {
	int old_dfd;
	struct filename *oldpath, *newpath;
};

struct io_connect {
	const void *addr;
};

#pragma clang attribute pop
#pragma clang diagnostic pop

#define SQE_BYTES 64
#define SQE_FD 4              /* where an entry of the ring has its descriptor */
#define REQUEST_FLAGS 0x6f    /* IOSQE_*, the process's own; not IOSQE_ASYNC, which the kernel sets by itself for many operations */
#define REQUEST_FIXED_FILE 1  /* the descriptor is an index into files registered with the ring */

enum io_uring_op {
	IO_URING_CONNECT = 16,
	IO_URING_OPENAT = 18,
	IO_URING_OPENAT2 = 28,
	IO_URING_RENAMEAT = 35,
	IO_URING_UNLINKAT = 36,
};

/* user_data moved into the result in cef216fc32d7 (5.19). */
static __always_inline __u64 request__user_data(struct io_kiocb *request)
{
	struct io_kiocb___5_10 *early = (void *)request;
	struct io_kiocb___5_19 *late = (void *)request;

	if (bpf_core_field_exists(late->cqe))
		return BPF_CORE_READ(late, cqe.user_data);
	return BPF_CORE_READ(early, user_data);
}

/* 32 bits of the flags, which are 64 since 3a0cf0c4b9b6 (6.9). */
static __always_inline __u32 request__flags(struct io_kiocb *request)
{
	__u32 flags = 0;

	bpf_probe_read_kernel(&flags, sizeof(flags), (void *)request + bpf_core_field_offset(struct io_kiocb, flags));
	return flags & REQUEST_FLAGS;
}

/* The descriptor of the entry that was taken last: kernels before 5.19 keep only the file that it led to. */
static __always_inline int ring__last_descriptor(struct io_kiocb *request)
{
	struct io_ring_ctx *ring = BPF_CORE_READ(request, ctx);
	__u32 head = BPF_CORE_READ(ring, cached_sq_head) - 1, index = 0;
	int descriptor = -1;

	bpf_probe_read_kernel(&index, sizeof(index), BPF_CORE_READ(ring, sq_array) + (head & (BPF_CORE_READ(ring, sq_entries) - 1)));
	bpf_probe_read_kernel(&descriptor, sizeof(descriptor), BPF_CORE_READ(ring, sq_sqes) + (__u64)index * SQE_BYTES + SQE_FD);
	return descriptor;
}

/* The directory of operations on paths, otherwise the descriptor that the operation is on. */
static __always_inline int request__descriptor(struct io_kiocb *request, __u8 opcode)
{
	struct io_kiocb___5_19 *late = (void *)request;
	struct io_open *open = (void *)request;
	struct io_unlink *unlink = (void *)request;
	struct io_rename *rename = (void *)request;

	switch (opcode) {
	case IO_URING_OPENAT:
	case IO_URING_OPENAT2:
		return BPF_CORE_READ(open, dfd);
	case IO_URING_UNLINKAT:
		return BPF_CORE_READ(unlink, dfd);
	case IO_URING_RENAMEAT:
		return BPF_CORE_READ(rename, old_dfd);
	default:
		return bpf_core_field_exists(late->cqe) ? BPF_CORE_READ(late, cqe.fd) : ring__last_descriptor(request);
	}
}

/* The file that the operation is on: found already, or looked up as it will be. Null for files registered with the ring from 5.19 on. */
static __always_inline struct file *request__file(struct task_struct *task, struct io_kiocb *request, __u32 flags, int descriptor)
{
	struct file *file = BPF_CORE_READ(request, file);

	if (file || (flags & REQUEST_FIXED_FILE) || descriptor < 0)
		return file;
	return task__file(task, descriptor);
}
