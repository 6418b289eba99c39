/* A loop device of its own for a trigger: the module where it is not loaded, and a device that nobody else has. */
#pragma once
#include "kernel_truth.h"

#include <linux/blkpg.h>
#include <linux/loop.h>
#include <sys/ioctl.h>

struct loop {
	int loaded, number;
	char name[16];
};

static const char *const loop_module = "drivers/block/loop";

static int loop__control(unsigned long request, long number)
{
	int control = open("/dev/loop-control", O_RDWR | O_CLOEXEC), result;

	must(control >= 0, "/dev/loop-control");
	result = ioctl(control, request, number);
	close(control);
	return result;
}

static struct loop loop_add(const char *event)
{
	struct loop loop = { .number = 77 };

	need_module(event, loop_module);
	loop.loaded = load_module(loop_module, "max_part=7") == 0;
	must(loop.loaded || errno == EEXIST, loop_module);
	must(loop__control(LOOP_CTL_ADD, loop.number) == loop.number, "LOOP_CTL_ADD");
	sprintf(loop.name, "loop%d", loop.number);
	return loop;
}

static void loop_remove(const struct loop *loop)
{
	must(loop__control(LOOP_CTL_REMOVE, loop->number) >= 0, "LOOP_CTL_REMOVE");
	if (loop->loaded)
		unload_module(loop_module);
}
