// SPDX-License-Identifier: Apache-2.0
/* Performs each system call whose arguments are typed by hand, with recognisable arguments and harmless: most of them fail. */
#include "call.h"
#include <fcntl.h>
#include <linux/fs.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>

static char **argv_of_copy, **environment;

/*
 * As a shell has them, in memory of its own. The pages of a program's file are not mapped in a child that has not touched them since the fork,
 * and what is not mapped cannot be read at the entry of a system call.
 */
static char **in_own_memory(int count, const char *const *texts)
{
	char **copies = calloc(count + 1, sizeof(*copies));

	for (int i = 0; i < count; i++)
		copies[i] = strdup(texts[i]);
	return copies;
}

#define OWN_MEMORY(...) \
	in_own_memory(sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(char *), (const char *[]){ __VA_ARGS__ })

static long here(struct call call)
{
	long ret = call__perform(&call);

	call__print(&call, getpid(), ret);
	return ret;
}

/* An execution that succeeds ends the program that asked for it, so a child does it and the parent prints. */
static void in_child(struct call call)
{
	pid_t child = trigger__must(fork(), "fork");
	int status;

	if (child == 0)
		_exit(-call__perform(&call));
	trigger__must(waitpid(child, &status, 0), "wait for the execution");
	call__print(&call, child, -WEXITSTATUS(status));
}

static void executions(void)
{
	int self = trigger__must(open("/proc/self/exe", O_RDONLY | O_CLOEXEC), "open /proc/self/exe");
	char **paths = OWN_MEMORY("/proc/self/exe", "");

	here(CALL(execve, TEXT(pathname, "/nonexistent/tracee-execve"), TEXTS(argv, argv_of_copy), TEXTS(envp, environment)));
	here(CALL(execveat, NUMBER(dirfd, AT_FDCWD), TEXT(pathname, "/nonexistent/tracee-execveat"), TEXTS(argv, argv_of_copy),
		  TEXTS(envp, environment), NUMBER(flags, AT_SYMLINK_NOFOLLOW)));
	/* from the program's constants, which the child has not touched */
	in_child(CALL(execve, TEXT(pathname, "/proc/self/exe"), TEXTS(argv, argv_of_copy), TEXTS(envp, environment)));
	in_child(CALL(execveat, NUMBER(dirfd, self), TEXT(pathname, ""), TEXTS(argv, argv_of_copy), TEXTS(envp, environment),
		      NUMBER(flags, AT_EMPTY_PATH)));
	in_child(CALL(execve, TEXT(pathname, paths[0]), TEXTS(argv, argv_of_copy), TEXTS(envp, environment)));
	in_child(CALL(execveat, NUMBER(dirfd, self), TEXT(pathname, paths[1]), TEXTS(argv, argv_of_copy), TEXTS(envp, environment),
		      NUMBER(flags, AT_EMPTY_PATH)));
	close(self);
}

static void files(void)
{
	int fd;

#ifdef SYS_open
	here(CALL(open, TEXT(pathname, "/nonexistent/tracee-open"), NUMBER(flags, O_RDWR | O_CREAT), NUMBER(mode, 0640)));
#endif
	here(CALL(openat, NUMBER(dirfd, AT_FDCWD), TEXT(pathname, "/nonexistent/trac\xe9" "e"), NUMBER(flags, O_WRONLY | O_EXCL), NUMBER(mode, 0)));
	fd = here(CALL(openat, NUMBER(dirfd, AT_FDCWD), TEXT(pathname, "/dev/null"), NUMBER(flags, O_RDONLY), NUMBER(mode, 0)));
	here(CALL(dup, NUMBER(oldfd, fd)));
#ifdef SYS_dup2
	here(CALL(dup2, NUMBER(oldfd, fd), NUMBER(newfd, 77)));
#endif
	here(CALL(dup3, NUMBER(oldfd, fd), NUMBER(newfd, 78), NUMBER(flags, O_CLOEXEC)));
	here(CALL(memfd_create, TEXT(name, "tracee-memfd"), NUMBER(flags, MFD_CLOEXEC)));
	here(CALL(unlinkat, NUMBER(dirfd, AT_FDCWD), TEXT(pathname, "/nonexistent/tracee-unlinkat"), NUMBER(flags, AT_REMOVEDIR)));
	here(CALL(renameat2, NUMBER(olddirfd, AT_FDCWD), TEXT(oldpath, "/nonexistent/tracee-old"), NUMBER(newdirfd, AT_FDCWD),
		  TEXT(newpath, "/nonexistent/tracee-new"), NUMBER(flags, RENAME_NOREPLACE)));
}

static void connections(void)
{
	struct sockaddr_un unix_address = { .sun_family = AF_UNIX, .sun_path = "/nonexistent/tracee.sock" };
	struct sockaddr_in6 v6 = { .sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT };
	struct sockaddr_in v4 = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int bound = trigger__must(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
	socklen_t size = sizeof(v4);

	/* a port that is bound and not listened on: nobody else can open it meanwhile */
	trigger__must(bind(bound, (struct sockaddr *)&v4, size), "bind");
	trigger__must(getsockname(bound, (struct sockaddr *)&v4, &size), "getsockname");
	v6.sin6_port = v4.sin_port;
	here(CALL(connect, NUMBER(sockfd, socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)), BYTES(addr, &unix_address, sizeof(unix_address)),
		  NUMBER(addrlen, sizeof(unix_address))));
	here(CALL(connect, NUMBER(sockfd, socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), BYTES(addr, &v4, sizeof(v4)), NUMBER(addrlen, sizeof(v4))));
	here(CALL(connect, NUMBER(sockfd, socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0)), BYTES(addr, &v6, sizeof(v6)), NUMBER(addrlen, sizeof(v6))));
}

static void processes(void)
{
	long from = 0x7ace, to = 0;
	struct iovec local = { &from, sizeof(from) }, remote = { &to, sizeof(to) };

	here(CALL(ptrace, NUMBER(request, PTRACE_CONT), NUMBER(pid, getpid()), NUMBER(addr, 0x1234), NUMBER(data, 0x5678)));
	here(CALL(process_vm_writev, NUMBER(pid, getpid()), NUMBER(local_iov, &local), NUMBER(liovcnt, 1), NUMBER(remote_iov, &remote),
		  NUMBER(riovcnt, 1), NUMBER(flags, 0)));
	here(CALL(kill, NUMBER(pid, getpid()), NUMBER(sig, 0)));
	here(CALL(prctl, NUMBER(option, PR_GET_DUMPABLE), NUMBER(arg2, 0x1111), NUMBER(arg3, 0x2222), NUMBER(arg4, 0x3333), NUMBER(arg5, 0x4444)));
	here(CALL(setns, NUMBER(fd, 999), NUMBER(nstype, CLONE_NEWUTS)));
	here(CALL(unshare, NUMBER(flags, 0)));
}

static void system_wide(void)
{
	static const char not_a_module[] = "no ELF";

	here(CALL(init_module, NUMBER(module_image, not_a_module), NUMBER(len, sizeof(not_a_module)), TEXT(param_values, "tracee=init")));
	here(CALL(finit_module, NUMBER(fd, 999), TEXT(param_values, "tracee=finit"), NUMBER(flags, 1)));
	here(CALL(mount, TEXT(source, "tracee-source"), TEXT(target, "/nonexistent/tracee-target"), TEXT(filesystemtype, "tracee-fs"),
		  NUMBER(mountflags, MS_RDONLY), NUMBER(data, 0)));
}

int main(int argc, char **argv)
{
	trigger__wait(argc, argv);
	/* nothing is written between the calls: the truth comes in one piece at the end */
	setvbuf(stdout, 0, _IOFBF, 1 << 20);
	argv_of_copy = OWN_MEMORY("tracee-argv0", "--exit", "two words");
	environment = OWN_MEMORY("TRACEE_TRIGGER=yes", "EMPTY=");
	executions();
	files();
	connections();
	processes();
	system_wide();
	return 0;
}
