// SPDX-License-Identifier: Apache-2.0
/*
 * latency: reads findings (JSON lines that begin with their timestamp, ns since the Unix epoch) from stdin and prints, at its end, how
 * much later than their events they came: percentiles in µs, as JSON.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define MOST 4000000
#define PREFIX "{\"timestamp\":"

static double late[MOST];
static size_t count;

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double percentile(double part)
{
	return count ? late[(size_t)((count - 1) * part)] : 0;
}

int main(void)
{
	static char text[1 << 20];
	size_t held = 0;
	ssize_t got;

	while ((got = read(0, text + held, sizeof(text) - held - 1)) > 0 || (got < 0 && errno == EINTR)) {
		struct timespec t;
		char *line = text, *end;

		if (got < 0)
			continue;
		clock_gettime(CLOCK_REALTIME, &t);
		held += got;
		text[held] = 0;
		for (; (end = memchr(line, '\n', text + held - line)); line = end + 1) {
			if (strncmp(line, PREFIX, strlen(PREFIX)) || count == MOST)
				return 1;
			late[count++] = (t.tv_sec * 1000000000ll + t.tv_nsec - strtoll(line + strlen(PREFIX), 0, 10)) / 1e3;
		}
		held -= line - text;
		memmove(text, line, held);
	}
	qsort(late, count, sizeof(*late), by_value);
	printf("{\"findings\":%zu,\"p50\":%.0f,\"p99\":%.0f,\"p999\":%.0f,\"most\":%.0f}\n", count, percentile(.5), percentile(.99),
	       percentile(.999), percentile(1));
	return 0;
}
