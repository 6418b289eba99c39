// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <linux/prctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>

static const char *const addresses[] = {
	"start_code", "end_code", "start_data", "end_data", "start_brk", "brk", "start_stack", "arg_start", "arg_end", "env_start", "env_end",
};
#define ADDRESSES (sizeof(addresses) / sizeof(*addresses))

/* Memory and program of a process: all zero where they are not told of. */
struct memory {
	unsigned long at[ADDRESSES];
	const unsigned char *auxv;
	size_t auxv_size;
	const char *program;
};

/* The addresses as /proc/self/stat has them, and brk as the C library's. */
static void read_addresses(unsigned long *at)
{
	/* fields of stat(5): startcode, endcode, start_data, end_data, start_brk, none for brk, startstack, arg_start ... env_end */
	static const int fields[ADDRESSES] = { 26, 27, 45, 46, 47, 0, 28, 48, 49, 50, 51 };
	char line[2048], *word;
	FILE *file = fopen("/proc/self/stat", "r");

	must(file && fgets(line, sizeof(line), file), "/proc/self/stat");
	fclose(file);
	word = strtok(strrchr(line, ')') + 2, " ");
	for (int field = 3; word; field++, word = strtok(NULL, " "))
		for (size_t i = 0; i < ADDRESSES; i++)
			if (fields[i] == field)
				at[i] = strtoul(word, NULL, 10);
	at[5] = (unsigned long)sbrk(0);
}

static void memory(const char *when, const struct memory *of)
{
	char name[32];
	struct stat st = { 0 };

	for (size_t i = 0; i < ADDRESSES; i++) {
		snprintf(name, sizeof(name), "%s_%s", when, addresses[i]);
		number(name, of->at[i]);
	}
	snprintf(name, sizeof(name), "%s_auxv", when);
	if (of->auxv)
		bytes(name, of->auxv, of->auxv_size);
	else
		text(name, NULL);
	if (of->program)
		st = look(of->program);
	snprintf(name, sizeof(name), "%s_pathname", when);
	text(name, of->program);
	snprintf(name, sizeof(name), "%s_dev", when);
	number(name, device(st.st_dev));
	snprintf(name, sizeof(name), "%s_inode", when);
	number(name, st.st_ino);
	snprintf(name, sizeof(name), "%s_ctime", when);
	number(name, nanoseconds(st.st_ctim));
	snprintf(name, sizeof(name), "%s_inode_mode", when);
	number(name, st.st_mode);
}

static void told(const unsigned long *arguments, const char *vma_name, const struct memory *before, const struct memory *after, int securebits)
{
	static const struct memory nothing;
	char name[16];

	expect("security_task_prctl");
	number("option", (int)arguments[0]);
	for (int i = 1; i < 5; i++) {
		snprintf(name, sizeof(name), "arg%d", i + 1);
		number(name, arguments[i]);
	}
	text("vma_name", vma_name);
	memory("old", before ? before : &nothing);
	memory("new", after ? after : &nothing);
	number("old_securebits", securebits);
	finish(0);
}

/* Performs it, whether the kernel agrees or not: the hook comes before. */
static void change(const unsigned long *arguments)
{
	prctl(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]);
}

/* A name for memory, a secure bit; one address, the program, and all at once, which the kernel refuses for its addresses. */
int main(void)
{
	static unsigned char auxv[4096], other_auxv[32] = { 6, 0, 0, 0, 0, 0, 0, 0, 1 };
	static char self[PATH_MAX];
	const char *file = join(work_directory(), "program");
	struct prctl_mm_map map = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (void *)other_auxv, sizeof(other_auxv), 0 };
	static struct memory before, one, program, all;
	void *area = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	int fd = open("/proc/self/auxv", O_RDONLY);

	make_file("program", "");
	setvbuf(stdout, NULL, _IOFBF, 1 << 16);
	must(area != MAP_FAILED && fd >= 0 && readlink("/proc/self/exe", self, sizeof(self)) > 0, "set up");
	before = (struct memory){ .auxv = auxv, .auxv_size = read(fd, auxv, sizeof(auxv)), .program = self };
	map.exe_fd = open("program", O_RDONLY);
	one.at[9] = 4242;
	program.program = file;
	all = program;
	all.auxv = other_auxv;
	all.auxv_size = sizeof(other_auxv);
	for (size_t i = 0; i < ADDRESSES; i++)
		all.at[i] = i + 1;
	must(prctl(PR_SET_SECUREBITS, 1) == 0, "secure bits");

	const unsigned long name[] = { PR_SET_VMA, PR_SET_VMA_ANON_NAME, (unsigned long)area, 4096, (unsigned long)"named memory" };
	const unsigned long bits[] = { PR_SET_SECUREBITS, 5, 0, 0, 0 };
	const unsigned long address[] = { PR_SET_MM, PR_SET_MM_ENV_START, 4242, 0, 0 };
	const unsigned long executable[] = { PR_SET_MM, PR_SET_MM_EXE_FILE, map.exe_fd, 0, 0 };
	const unsigned long everything[] = { PR_SET_MM, PR_SET_MM_MAP, (unsigned long)&map, sizeof(map), 0 };

	change(name);
	change(bits);
	told(name, "named memory", NULL, NULL, 0);
	told(bits, NULL, NULL, NULL, 1);
	read_addresses(before.at);
	change(address);
	change(executable);
	change(everything);
	told(address, NULL, &before, &one, 0);
	told(executable, NULL, &before, &program, 0);
	told(everything, NULL, &before, &all, 0);
	return 0;
}
