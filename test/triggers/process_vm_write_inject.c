// SPDX-License-Identifier: Apache-2.0
/* Writes a word into the memory of its own child, which ends with code 0 when it has seen it. */
#include "trigger.h"
#include <sys/uio.h>
#include <sys/wait.h>

static volatile long word;

int main(int argc, char **argv)
{
	long value = 0x7ace;
	struct iovec local = { &value, sizeof(value) }, remote = { (void *)&word, sizeof(word) };
	int written[2], status;
	pid_t child;
	char byte;
	long ret;

	trigger__wait(argc, argv);
	trigger__must(pipe(written), "pipe");
	child = trigger__must(fork(), "fork");
	if (child == 0) {
		close(written[1]);
		_exit(read(written[0], &byte, 1) == 1 && word == value ? 0 : 1);
	}
	ret = trigger__must(process_vm_writev(child, &local, 1, &remote, 1, 0), "process_vm_writev");
	trigger__must(write(written[1], "w", 1), "tell the child");
	trigger__must(waitpid(child, &status, 0), "wait for the child");
	printf("{\"pid\":%d,\"child\":%d,\"liovcnt\":1,\"riovcnt\":1,\"flags\":0,\"ret\":%ld,\"seen\":%s}\n", getpid(), child, ret,
	       status == 0 ? "true" : "false");
	return status != 0;
}
