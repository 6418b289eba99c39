/* What triggers of the kernel's own interfaces share: addresses of symbols, and modules of the running kernel. */
#pragma once
#include "truth.h"

#include <sys/syscall.h>
#include <sys/utsname.h>

/* An address, or a number of 64 bits. */
static void address(const char *name, unsigned long long value)
{
	key(name);
	printf("%llu", value);
}

/* The address of a symbol of the kernel (module NULL) or of a module, as root sees it. */
static unsigned long long symbol_address(const char *symbol, const char *module)
{
	FILE *symbols = fopen("/proc/kallsyms", "r");
	char line[512], name[256], owner[256];
	unsigned long long value, found = 0;

	must(symbols != NULL, "/proc/kallsyms");
	while (!found && fgets(line, sizeof(line), symbols)) {
		owner[0] = 0;
		if (sscanf(line, "%llx %*c %255s [%255[^]]", &value, name, owner) >= 2 && !strcmp(name, symbol) &&
		    !strcmp(owner, module ? module : ""))
			found = value;
	}
	fclose(symbols);
	must(found != 0, symbol);
	return found;
}

/* The file of a module that lies below kernel/ of the running kernel's modules: "net/core/pktgen". */
static const char *module_path(const char *place)
{
	struct utsname name;
	char *path;

	must(uname(&name) == 0 && asprintf(&path, "/lib/modules/%s/kernel/%s.ko", name.release, place) > 0, "uname");
	return path;
}

/* Ends the trigger where the module is not there: the event cannot be caused here. */
static const char *need_module(const char *event, const char *place)
{
	const char *path = module_path(place);

	if (access(path, R_OK) == 0)
		return path;
	expect(event);
	printf("},\"returnValue\":0,\"lacks\":");
	quote(path);
	printf("}\n");
	exit(0);
}

static const char *module_name(const char *place)
{
	return strrchr(place, '/') + 1;
}

static int load_module(const char *place, const char *parameters)
{
	int fd = open(module_path(place), O_RDONLY | O_CLOEXEC), result;

	must(fd >= 0, place);
	result = syscall(SYS_finit_module, fd, parameters, 0);
	close(fd);
	return result;
}

static void unload_module(const char *place)
{
	must(syscall(SYS_delete_module, module_name(place), O_NONBLOCK) == 0, place);
}

/* A field of a module's own description, "version" or "srcversion"; NULL where it has none. */
static const char *module_field(const char *place, const char *field)
{
	static char content[1 << 20];
	int fd = open(module_path(place), O_RDONLY | O_CLOEXEC);
	ssize_t length = read(fd, content, sizeof(content) - 1);
	char *wanted;

	must(fd >= 0 && length > 0 && close(fd) == 0 && asprintf(&wanted, "%s=", field) > 0, place);
	/* fields stand one after another, each behind the NUL of the one before */
	for (ssize_t at = 1; at < length; at++)
		if (content[at - 1] == 0 && !strncmp(content + at, wanted, strlen(wanted)))
			return strdup(content + at + strlen(wanted));
	return NULL;
}
