/* Numbers of namespaces. */
#pragma once
#include "truth.h"

/* That of this process, by its name in /proc/self/ns. */
static long long namespace_number(const char *name)
{
	char path[64], link[64] = "";
	const char *open;

	snprintf(path, sizeof(path), "/proc/self/ns/%s", name);
	must(readlink(path, link, sizeof(link) - 1) > 0, path);
	open = strchr(link, '[');
	must(open != NULL, link);
	return strtoll(open + 1, NULL, 10);
}
