// SPDX-License-Identifier: GPL-2.0
#include "socket.h"

ON_ENTRY(security_socket_bind, security_socket_bind, struct socket *socket, struct sockaddr *address, int length)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_SECURITY_SOCKET_BIND, sizeof(struct security_socket_bind_args));
	struct security_socket_bind_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->sockfd = TASK_SOCKFD(task, BIND);

	blob__sockaddr(scratch, &args->local_addr, address, length);

	record__submit(kind, scratch);
	return 0;
}
