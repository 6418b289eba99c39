/* What triggers of events about mappings share: memory with a gap on both sides, and the kernel's flags of it. */
#pragma once
#include "kernel_truth.h"

#include <sys/mman.h>

#define AREA 8192

/* Memory that no neighbour is joined to. */
static char *lone_memory(int protection)
{
	char *around = mmap(NULL, 3 * AREA, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	must(around != MAP_FAILED && mprotect(around + AREA, AREA, protection) == 0, "lone memory");
	return around + AREA;
}

/* Flags of the mapping at an address by the letters of smaps, as bits of vm_flags. */
static unsigned long long mapping_flags(const void *at)
{
	static const struct {
		char letters[3];
		unsigned long long flag;
	} known[] = {
		{ "rd", 1 },	    { "wr", 2 },	{ "ex", 4 },	      { "sh", 8 },	   { "mr", 0x10 },     { "mw", 0x20 },
		{ "me", 0x40 },	    { "ms", 0x80 },	{ "gd", 0x100 },      { "lo", 0x2000 },	   { "ac", 0x100000 }, { "nr", 0x200000 },
		{ "sd", 0x8000000 }, { "hg", 0x20000000 }, { "nh", 0x40000000 },
	};
	FILE *maps = fopen("/proc/self/smaps", "r");
	unsigned long long start, flags = 0;
	int here = 0;
	char line[512];

	must(maps != NULL, "smaps");
	while (fgets(line, sizeof(line), maps)) {
		if (sscanf(line, "%llx-", &start) == 1 && strchr(line, '-') - line > 4)
			here = start == (unsigned long)at;
		if (!here || strncmp(line, "VmFlags:", 8))
			continue;
		for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
			if (strstr(line, known[i].letters))
				flags |= known[i].flag;
	}
	fclose(maps);
	return flags;
}
