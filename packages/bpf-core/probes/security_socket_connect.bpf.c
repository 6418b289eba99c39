// SPDX-License-Identifier: GPL-2.0
#include "socket.h"

ON_ENTRY(security_socket_connect, security_socket_connect, struct socket *socket, struct sockaddr *address, int length)
{
	struct task_struct *task = task__current();
	struct scratch *scratch = record__begin(kind, task, EVENT_SECURITY_SOCKET_CONNECT, sizeof(struct security_socket_connect_args));
	struct security_socket_connect_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->sockfd = TASK_SOCKFD(task, CONNECT);
	args->type = BPF_CORE_READ(socket, type);

	blob__sockaddr(scratch, &args->remote_addr, address, length);

	record__submit(kind, scratch);
	return 0;
}
