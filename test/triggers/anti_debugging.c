// SPDX-License-Identifier: Apache-2.0
/* Asks to be traced by its parent, as a program does that wants no debugger. */
#include "trigger.h"
#include <sys/ptrace.h>

int main(int argc, char **argv)
{
	long ret;

	trigger__wait(argc, argv);
	ret = ptrace(PTRACE_TRACEME, 0, 0, 0);
	printf("{\"pid\":%d,\"request\":%d,\"ret\":%ld}\n", getpid(), PTRACE_TRACEME, ret);
	return ret != 0;
}
