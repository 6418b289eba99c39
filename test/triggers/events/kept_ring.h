/* A ring that is kept for several requests. */
#pragma once
#include "truth.h"

#include <linux/io_uring.h>
#include <sys/mman.h>
#include <sys/syscall.h>

struct ring {
	int fd;
	struct io_uring_params parameters;
	struct io_uring_sqe *requests;
	unsigned *array, *tail;
};

static struct ring ring_make(unsigned flags)
{
	struct ring ring = { .parameters = { .flags = flags } };
	char *queue;

	ring.fd = syscall(SYS_io_uring_setup, 4, &ring.parameters);
	must(ring.fd >= 0, "io_uring_setup");
	queue = mmap(NULL, ring.parameters.sq_off.array + 16, PROT_READ | PROT_WRITE, MAP_SHARED, ring.fd, IORING_OFF_SQ_RING);
	ring.requests = mmap(NULL, 4 * sizeof(*ring.requests), PROT_READ | PROT_WRITE, MAP_SHARED, ring.fd, IORING_OFF_SQES);
	must(queue != MAP_FAILED && ring.requests != MAP_FAILED, "mmap of the ring");
	ring.array = (void *)(queue + ring.parameters.sq_off.array);
	ring.tail = (void *)(queue + ring.parameters.sq_off.tail);
	return ring;
}

/* Has the kernel do one request, whatever comes of it. */
static void ring_do(struct ring *ring, struct io_uring_sqe request)
{
	unsigned slot = *ring->tail & 3;

	ring->requests[slot] = request;
	ring->array[slot] = slot;
	__atomic_store_n(ring->tail, *ring->tail + 1, __ATOMIC_RELEASE);
	must(syscall(SYS_io_uring_enter, ring->fd, 1, 1, IORING_ENTER_GETEVENTS, NULL, 0) == 1, "io_uring_enter");
}
