/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Whom a worker of an io_uring works for. Since 3bfe6106693b (5.12; stable 5.10 has it, too) a worker is a thread of the process that
 * submitted; what the kernel does there is reported as of the thread that submitted it.
 */
#pragma once

#include "read.h"

#define PF_IO_WORKER 0x00000010

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpadded" /* partial types, not layouts */
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)

struct io_ring_ctx;

struct io_wq_work {
	struct io_wq_work *next;
};

struct io_kiocb {
	struct file *file;
	__u8 opcode;
	unsigned int flags;
	struct io_ring_ctx *ctx;
	struct task_struct *task;
	struct io_wq_work work;
};

struct io_uring_task {
	struct task_struct *task;
};

struct io_kiocb___6_14 {
	struct io_uring_task *tctx;
};

struct io_worker {
	struct io_wq_work *cur_work;
};

struct task_struct___5_12 {
	struct io_worker *pf_io_worker;
};

struct task_struct___5_17 {
	struct io_worker *worker_private;
};

#pragma clang attribute pop
#pragma clang diagnostic pop

/* What a thread with PF_IO_WORKER works on; null between two works, and for the thread that polls a ring. Renamed in e32cf5dfbe22 (5.17). */
static __always_inline struct io_kiocb *worker__request(struct task_struct *worker)
{
	struct task_struct___5_12 *early = (void *)worker;
	struct task_struct___5_17 *late = (void *)worker;
	struct io_worker *own = 0;
	struct io_wq_work *work;

	if (!bpf_core_field_exists(((struct io_worker *)0)->cur_work))
		return 0;
	if (bpf_core_field_exists(late->worker_private))
		own = BPF_CORE_READ(late, worker_private);
	else if (bpf_core_field_exists(early->pf_io_worker))
		own = BPF_CORE_READ(early, pf_io_worker);
	if (!own)
		return 0;
	work = BPF_CORE_READ(own, cur_work);
	return work ? (void *)work - bpf_core_field_offset(struct io_kiocb, work) : 0;
}

/* Who submitted it. The request knows its context instead of the task since b6f58a3f4aa8 (6.14). */
static __always_inline struct task_struct *request__task(struct io_kiocb *request)
{
	struct io_kiocb___6_14 *late = (void *)request;

	if (bpf_core_field_exists(late->tctx))
		return BPF_CORE_READ(late, tctx, task);
	return BPF_CORE_READ(request, task);
}

/* The thread that a worker works for; null when there is none. */
static __always_inline struct task_struct *worker__submitter(struct task_struct *worker)
{
	struct io_kiocb *request = worker__request(worker);

	return request ? request__task(request) : 0;
}
