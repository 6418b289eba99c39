// SPDX-License-Identifier: Apache-2.0
#include "namespaces.h"

/* Enters some new namespaces, then others. */
int main(void)
{
	static const char *const names[] = { "mnt", "pid", "uts", "ipc", "net", "cgroup" };
	static const int flags[] = { CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWNET, CLONE_NEWCGROUP };
	static const int rounds[][6] = { { 1, 0, 1, 0, 0, 0 }, { 0, 0, 0, 1, 1, 1 } };
	char name[16];

	start();
	for (int round = 0; round < 2; round++) {
		int both = 0;

		for (int i = 0; i < 6; i++)
			both |= rounds[round][i] ? flags[i] : 0;
		must(unshare(both) == 0, "unshare");
		expect("switch_task_ns");
		number("pid", getpid());
		for (int i = 0; i < 6; i++) {
			snprintf(name, sizeof(name), "new_%s", names[i]);
			number(name, rounds[round][i] ? namespace_number(names[i]) : 0);
		}
		finish(0);
	}
	return 0;
}
