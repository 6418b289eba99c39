// SPDX-License-Identifier: Apache-2.0
#include "kernel_truth.h"

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

static const char *const bridge = "tracee-trigger";
static const char *const modules[] = { "net/llc/llc", "net/802/stp", "net/bridge/bridge" };

/* A bridge whose spanning tree is switched on: the kernel runs /sbin/bridge-stp, when there is one, to have it kept by a daemon. */
int main(void)
{
	const char *const arguments[] = { "/sbin/bridge-stp", bridge, "start", NULL }, *const nothing[] = { NULL };
	int loaded[3], connection, fd;
	char *state;

	start();
	for (int i = 0; i < 3; i++) {
		need_module("call_usermodehelper", modules[i]);
		loaded[i] = load_module(modules[i], "") == 0;
		must(loaded[i] || errno == EEXIST, modules[i]);
	}
	connection = socket(AF_UNIX, SOCK_STREAM, 0);
	must(ioctl(connection, SIOCBRADDBR, bridge) == 0, "SIOCBRADDBR");
	must(asprintf(&state, "/sys/class/net/%s/bridge/stp_state", bridge) > 0, "asprintf");
	fd = open(state, O_WRONLY);
	must(fd >= 0 && write(fd, "1", 1) == 1 && close(fd) == 0, state);
	must(ioctl(connection, SIOCBRDELBR, bridge) == 0, "SIOCBRDELBR");
	for (int i = 2; i >= 0; i--)
		if (loaded[i])
			unload_module(modules[i]);

	expect("call_usermodehelper");
	text("pathname", arguments[0]);
	texts("argv", arguments);
	texts("envp", nothing);
	number("wait", 2); /* UMH_WAIT_PROC */
	finish(0);
	return 0;
}
