// SPDX-License-Identifier: GPL-2.0
#include "socket.h"

ON_ENTRY(security_socket_setsockopt, security_socket_setsockopt, struct socket *socket, int level, int option)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_SECURITY_SOCKET_SETSOCKOPT, sizeof(struct security_socket_setsockopt_args));
	struct security_socket_setsockopt_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->sockfd = TASK_SOCKFD(task, SETSOCKOPT);
	args->level = level;
	args->optname = option;

	blob__local_address(scratch, &args->local_addr, socket);

	record__submit(kind, scratch);
	return 0;
}
