// SPDX-License-Identifier: Apache-2.0
/* Writes a word into its own stopped child, once as text and once as data, and ends the child. */
#include "trigger.h"
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

static volatile long word = 0x1234;

static void poke(int request, pid_t child, long data)
{
	long ret = trigger__must(ptrace(request, child, &word, data), "poke");

	trigger__must(ptrace(PTRACE_PEEKDATA, child, &word, 0) == data ? 0 : -1, "read the poked word back");
	printf("{\"pid\":%d,\"request\":%d,\"child\":%d,\"addr\":%lu,\"data\":%ld,\"ret\":%ld}\n", getpid(), request, child, (unsigned long)&word,
	       data, ret);
}

int main(int argc, char **argv)
{
	pid_t child;

	trigger__wait(argc, argv);
	child = trigger__must(fork(), "fork");
	if (child == 0)
		for (;;)
			pause();
	trigger__must(ptrace(PTRACE_ATTACH, child, 0, 0), "attach to the child");
	trigger__must(waitpid(child, 0, __WALL), "wait for the stop of the child");
	poke(PTRACE_POKETEXT, child, 0x5678);
	poke(PTRACE_POKEDATA, child, 0x9abc);
	trigger__must(kill(child, SIGKILL), "end the child");
	trigger__must(waitpid(child, 0, __WALL), "wait for the end of the child");
	return 0;
}
