// SPDX-License-Identifier: GPL-2.0
#include "socket.h"

#define F_DUPFD 0
#define F_DUPFD_CLOEXEC 1030

/* The call that returns made a second descriptor of a file. */
static __always_inline bool dup__is(long number, bool compat, __u64 command)
{
	bool fcntl = compat ? number == COMPAT_FCNTL || number == COMPAT_FCNTL64 : number == SYSCALL_FCNTL;

	if (fcntl)
		return (__u32)command == F_DUPFD || (__u32)command == F_DUPFD_CLOEXEC;
	if (compat)
		return number == COMPAT_DUP || number == COMPAT_DUP2 || number == COMPAT_DUP3;
	return number == SYSCALL_DUP || number == SYSCALL_DUP2 || number == SYSCALL_DUP3;
}

ON_TRACEPOINT(socket_dup__sys_exit, sys_exit, struct pt_regs *regs, long ret)
{
	struct task_struct *task = task__current();
	const bool compat = task__is_compat(task);
	long number = regs__syscall(regs);
	struct socket_dup_args *args;
	struct scratch *scratch;
	__u64 arguments[6];
	struct sock *sk;

	if (ret < 0 || number < 0)
		return 0;
#ifdef ARCH_COMPAT_TABLE
	if (compat)
		regs__compat_args(regs, arguments);
	else
#endif
		regs__args(regs, arguments);
	if (!dup__is(number, compat, arguments[1]))
		return 0;
	sk = file__sock(task__file(task, ret));
	if (!sk || !family__has_address(sock__family(sk)))
		return 0;
	scratch = record__begin(kind, task, EVENT_SOCKET_DUP, sizeof(*args));
	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->oldfd = arguments[0];
	args->newfd = ret;
	record__context(scratch)->ret = ret;
	record__context(scratch)->syscall = number;

	blob__sock_address(scratch, &args->remote_addr, sk, true);

	record__submit(kind, scratch);
	return 0;
}
