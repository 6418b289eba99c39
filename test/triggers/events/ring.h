/* One request of an io_uring. */
#pragma once
#include "truth.h"

#include <linux/io_uring.h>
#include <sys/mman.h>
#include <sys/syscall.h>

/* Hands a request to a ring of its own and waits for its end; what it returned. */
static int ring_do(struct io_uring_sqe request)
{
	struct io_uring_params parameters = { 0 };
	int ring = syscall(SYS_io_uring_setup, 1, &parameters);
	struct io_uring_cqe *completion;
	struct io_uring_sqe *requests;
	char *queue, *done;

	must(ring >= 0, "io_uring_setup");
	queue = mmap(NULL, parameters.sq_off.array + 4, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQ_RING);
	done = mmap(NULL, parameters.cq_off.cqes + 2 * sizeof(*completion), PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_CQ_RING);
	requests = mmap(NULL, sizeof(request), PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQES);
	must(queue != MAP_FAILED && done != MAP_FAILED && requests != MAP_FAILED, "mmap of the ring");
	*requests = request;
	*(unsigned int *)(queue + parameters.sq_off.array) = 0;
	__atomic_store_n((unsigned int *)(queue + parameters.sq_off.tail), 1, __ATOMIC_RELEASE);
	must(syscall(SYS_io_uring_enter, ring, 1, 1, IORING_ENTER_GETEVENTS, NULL, 0) == 1, "io_uring_enter");
	completion = (void *)(done + parameters.cq_off.cqes);
	must(close(ring) == 0, "close");
	return completion->res;
}
