/*
 * What every trigger needs: wait until the test says go, do one thing that the kernel reports, and print what is true about it as JSON,
 * one line for each event that must be seen with exactly these arguments:
 *   {"event":"chmod_common","args":{"pathname":"/tmp/x","mode":33188},"returnValue":0}
 */
#pragma once
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>

static int trigger__first;

/* What cannot be set up is an error of the test: exit code 2 and the reason. */
static void must(int ok, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "trigger: %s: %s\n", what, strerror(errno));
	exit(2);
}

static void start(void)
{
	char byte;

	must(read(0, &byte, 1) == 1, "wait for the start");
}

/*
 * Waits for the start, and then makes an empty directory, the working directory from then on; returns its absolute path. It is below
 * $TRIGGER_DIRECTORY, which the test removes, and in a mount namespace of its own, so that no mount outlives the trigger.
 */
static const char *work_directory(void)
{
	static char path[PATH_MAX];
	const char *parent = getenv("TRIGGER_DIRECTORY");

	start();
	must(unshare(CLONE_NEWNS) == 0 && mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0, "mount namespace");
	snprintf(path, sizeof(path), "%s/trigger.XXXXXX", parent ? parent : "/tmp");
	must(mkdtemp(path) != NULL && chdir(path) == 0 && getcwd(path, sizeof(path)) != NULL, path);
	return path;
}

static const char *join(const char *directory, const char *name)
{
	char *path;

	must(asprintf(&path, "%s/%s", directory, name) > 0, "asprintf");
	return path;
}

/* A file with some content. */
static void make_file(const char *path, const char *content)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);

	must(fd >= 0 && write(fd, content, strlen(content)) == (ssize_t)strlen(content) && close(fd) == 0, path);
}

static void expect(const char *event)
{
	printf("{\"event\":\"%s\",\"args\":{", event);
	trigger__first = 1;
}

static void key(const char *name)
{
	printf("%s\"%s\":", trigger__first ? "" : ",", name);
	trigger__first = 0;
}

static void quote(const char *text)
{
	putchar('"');
	for (; *text; text++)
		if (*text == '"' || *text == '\\')
			printf("\\%c", *text);
		else
			putchar(*text);
	putchar('"');
}

static void text(const char *name, const char *value)
{
	key(name);
	if (value)
		quote(value);
	else
		printf("null");
}

static void number(const char *name, long long value)
{
	key(name);
	printf("%lld", value);
}

static void boolean(const char *name, int value)
{
	key(name);
	printf(value ? "true" : "false");
}

/* A time of which only bounds are known. */
static void between(const char *name, long long first, long long last)
{
	key(name);
	printf("{\"between\":[%lld,%lld]}", first, last);
}

static void texts(const char *name, const char *const *values)
{
	key(name);
	printf("[");
	for (int i = 0; values[i]; i++) {
		printf(i ? "," : "");
		quote(values[i]);
	}
	printf("]");
}

static void bytes(const char *name, const void *value, size_t length)
{
	key(name);
	printf("{\"hex\":\"");
	for (size_t i = 0; i < length; i++)
		printf("%02x", ((const unsigned char *)value)[i]);
	printf("\"}");
}

static void finish(long long returned)
{
	printf("},\"returnValue\":%lld}\n", returned);
}

/* The kernel's own device number. */
static unsigned device(dev_t dev)
{
	return major(dev) << 20 | minor(dev);
}

static struct stat look(const char *path)
{
	struct stat st;

	must(stat(path, &st) == 0, path);
	return st;
}

static struct timespec now(void)
{
	struct timespec time;

	must(clock_gettime(CLOCK_REALTIME, &time) == 0, "clock");
	return time;
}

static long long nanoseconds(struct timespec time)
{
	return time.tv_sec * 1000000000LL + time.tv_nsec;
}
