// SPDX-License-Identifier: GPL-2.0
#include "socket.h"

ON_ENTRY(security_socket_listen, security_socket_listen, struct socket *socket, int backlog)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_SECURITY_SOCKET_LISTEN, sizeof(struct security_socket_listen_args));
	struct security_socket_listen_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->sockfd = TASK_SOCKFD(task, LISTEN);
	args->backlog = backlog;

	blob__local_address(scratch, &args->local_addr, socket);

	record__submit(kind, scratch);
	return 0;
}
