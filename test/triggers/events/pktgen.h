/* A module that depends on no other and has a version: the packet generator, which nothing uses. */
#pragma once
#include "kernel_truth.h"

static const char *const pktgen = "net/core/pktgen";

static void pktgen_names(void)
{
	text("name", module_name(pktgen));
	text("version", module_field(pktgen, "version"));
	text("src_version", module_field(pktgen, "srcversion"));
}
