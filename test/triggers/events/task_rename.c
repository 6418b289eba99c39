// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/prctl.h>

int main(void)
{
	start();
	must(prctl(PR_SET_NAME, "second name") == 0 && prctl(PR_SET_NAME, "third") == 0, "prctl");

	expect("task_rename");
	text("old_name", "task_rename");
	text("new_name", "second name");
	finish(0);
	expect("task_rename");
	text("old_name", "second name");
	text("new_name", "third");
	finish(0);
	return 0;
}
