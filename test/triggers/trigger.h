// SPDX-License-Identifier: Apache-2.0
/*
 * A trigger performs one harmless act and prints the truth about it, an object of JSON a line, for a test to compare with what was traced.
 * It acts when a byte comes on stdin, so that a collector can be started for its process tree before; with --go it acts at once.
 * With --exit it ends at once: that makes it a program to be executed by another trigger.
 * Numbers fit 2^53. A byte that is not UTF-8 is written as the escape \udcXX, as the project's JSON does.
 */
#pragma once
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int trigger__has(int argc, char **argv, const char *option)
{
	return argc > 1 && !strcmp(argv[1], option);
}

static void trigger__wait(int argc, char **argv)
{
	char byte;

	if (trigger__has(argc, argv, "--exit"))
		exit(0);
	if (!trigger__has(argc, argv, "--go") && read(0, &byte, 1) != 1)
		exit(2);
}

/* Ends with the operation and errno when an act that must work did not. */
static long trigger__must(long ret, const char *operation)
{
	if (ret >= 0)
		return ret;
	fprintf(stderr, "%s: %s\n", operation, strerror(errno));
	exit(1);
}

/* A file that executes this program: its own image, copied. */
static void trigger__copy_self(int to)
{
	char bytes[65536];
	long n;
	FILE *self = fopen("/proc/self/exe", "r");

	trigger__must(self ? 0 : -1, "open /proc/self/exe");
	while ((n = fread(bytes, 1, sizeof(bytes), self)) > 0)
		trigger__must(write(to, bytes, n) == n ? 0 : -1, "copy /proc/self/exe");
	fclose(self);
}
