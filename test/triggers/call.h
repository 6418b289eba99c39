// SPDX-License-Identifier: Apache-2.0
/*
 * A system call as data: performed from it, and printed from it as {"pid", "syscall", "args": {name: value}, "ret"}, where ret is what the
 * kernel returned (-errno). Names of arguments are those of the event definitions. Bytes (struct sockaddr) are printed in hex.
 */
#pragma once
#include "trigger.h"

struct argument {
	const char *name;
	enum { NUMBER, TEXT, TEXTS, BYTES } kind;
	long value;
	unsigned int size; /* of BYTES */
};

struct call {
	const char *name;
	long number;
	unsigned int count;
	const struct argument *arguments;
};

#define NUMBER(name, value) { #name, NUMBER, (long)(value), 0 }
#define TEXT(name, value) { #name, TEXT, (long)(value), 0 }
#define TEXTS(name, value) { #name, TEXTS, (long)(value), 0 }
#define BYTES(name, pointer, size) { #name, BYTES, (long)(pointer), size }
#define ARGUMENTS(...) (const struct argument[]){ __VA_ARGS__ }
#define CALL(name, ...) \
	(struct call){ #name, SYS_##name, sizeof(ARGUMENTS(__VA_ARGS__)) / sizeof(struct argument), ARGUMENTS(__VA_ARGS__) }

static void text__print(const char *text)
{
	const unsigned char *c = (const unsigned char *)text;

	putchar('"');
	for (; *c; c++)
		printf(*c >= 0x80 ? "\\udc%02x" : "%c", *c);
	putchar('"');
}

static void argument__print(const struct argument *argument)
{
	char **texts = (char **)argument->value;

	printf("\"%s\":", argument->name);
	switch (argument->kind) {
	case NUMBER:
		printf("%ld", argument->value);
		return;
	case TEXT:
		text__print((const char *)argument->value);
		return;
	case TEXTS:
		for (int i = 0; texts[i]; i++) {
			putchar(i ? ',' : '[');
			text__print(texts[i]);
		}
		putchar(']');
		return;
	case BYTES:
		putchar('"');
		for (unsigned int i = 0; i < argument->size; i++)
			printf("%02x", ((unsigned char *)argument->value)[i]);
		putchar('"');
	}
}

static long call__perform(const struct call *call)
{
	long value[6] = { 0 };
	long ret;

	for (unsigned int i = 0; i < call->count; i++)
		value[i] = call->arguments[i].value;
	ret = syscall(call->number, value[0], value[1], value[2], value[3], value[4], value[5]);
	return ret == -1 ? -errno : ret;
}

static void call__print(const struct call *call, pid_t pid, long ret)
{
	printf("{\"pid\":%d,\"syscall\":\"%s\",\"args\":{", pid, call->name);
	for (unsigned int i = 0; i < call->count; i++) {
		if (i)
			putchar(',');
		argument__print(&call->arguments[i]);
	}
	printf("},\"ret\":%ld}\n", ret);
}
