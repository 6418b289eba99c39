// SPDX-License-Identifier: GPL-2.0
#include "socket.h"

ON_ENTRY(security_socket_accept, security_socket_accept, struct socket *socket)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_SECURITY_SOCKET_ACCEPT, sizeof(struct security_socket_accept_args));
	struct security_socket_accept_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->sockfd = TASK_SOCKFD(task, ACCEPT4);
	if (args->sockfd < 0)
		args->sockfd = TASK_SOCKFD(task, ACCEPT);

	blob__local_address(scratch, &args->local_addr, socket);

	record__submit(kind, scratch);
	return 0;
}
