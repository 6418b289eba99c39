// SPDX-License-Identifier: GPL-2.0
#include "socket.h"

/* The first argument of the accept or accept4 that returns, or -1 when another call does. */
static __always_inline __s32 accept__listener(struct task_struct *task, struct pt_regs *regs)
{
	long number = regs__syscall(regs);
	__u64 arguments[6];

#ifdef ARCH_COMPAT_TABLE
	if (task__is_compat(task)) {
		regs__compat_args(regs, arguments);
		if (number == COMPAT_ACCEPT || number == COMPAT_ACCEPT4)
			return arguments[0];
		if (number == COMPAT_SOCKETCALL && (arguments[0] == SOCKETCALL_ACCEPT || arguments[0] == SOCKETCALL_ACCEPT4))
			return socketcall__first(arguments[1]);
		return -1;
	}
#endif
	if (number != SYSCALL_ACCEPT && number != SYSCALL_ACCEPT4)
		return -1;
	regs__args(regs, arguments);
	return arguments[0];
}

ON_TRACEPOINT(socket_accept__sys_exit, sys_exit, struct pt_regs *regs, long ret)
{
	struct task_struct *task = task__current();
	struct socket_accept_args *args;
	struct scratch *scratch;
	__s32 listener;
	struct sock *sk;

	if (ret < 0)
		return 0;
	listener = accept__listener(task, regs);
	if (listener < 0)
		return 0;
	sk = file__sock(task__file(task, ret));
	if (!sk)
		return 0;
	scratch = record__begin(kind, task, EVENT_SOCKET_ACCEPT, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->sockfd = listener;
	record__context(scratch)->ret = ret;
	record__context(scratch)->syscall = regs__syscall(regs);

	blob__sock_address(scratch, &args->local_addr, sk, false);
	blob__sock_address(scratch, &args->remote_addr, sk, true);

	record__submit(kind, scratch);
	return 0;
}
