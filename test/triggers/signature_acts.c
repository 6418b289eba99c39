// SPDX-License-Identifier: Apache-2.0
/*
 * The acts of many signatures, each in a process of its own that prints {"signature", "pid"}. They happen in a root directory of their own,
 * on a file system of its own: /etc/shadow is an empty file there, and every program is a copy of this one that ends at once.
 */
#include "trigger.h"
#include <fcntl.h>
#include <linux/io_uring.h>
#include <net/if.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>

#define PROGRAM "/program" /* this program, in the root of the acts */

static int must(int ok, const char *operation)
{
	trigger__must(ok ? 0 : -1, operation);
	return ok;
}

/* Directories above a path. */
static void make_way(const char *path)
{
	char *way = strdup(path);

	for (char *slash = strchr(way + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = 0;
		mkdir(way, 0755);
		*slash = '/';
	}
	free(way);
}

static void make_file(const char *path)
{
	make_way(path);
	close(trigger__must(open(path, O_CREAT | O_WRONLY, 0644), path));
}

static void open_as(const char *path, int flags)
{
	close(trigger__must(open(path, flags, 0644), path));
}

static void open_read(const char *path) { open_as(path, O_RDONLY); }
static void open_write(const char *path) { open_as(path, O_WRONLY); }
static void open_truncate(const char *path) { open_as(path, O_WRONLY | O_TRUNC); }
static void remove_file(const char *path) { must(unlink(path) == 0, path); }
static void set_user_id(const char *path) { must(chmod(path, 04755) == 0, path); }
static void link_file(const char *path) { must(link(path, "/tmp/second-name") == 0, path); }
static void link_symbolic(const char *path) { must(symlink(path, "/tmp/notes") == 0, path); }

static void replace_file(const char *path)
{
	make_file("/tmp/replacement");
	must(rename("/tmp/replacement", path) == 0, path);
}

static void open_disguised(const char *path)
{
	must(symlink(path, "/tmp/disguise") == 0, "symlink");
	open_read("/tmp/disguise");
}

static void read_without_root(const char *path)
{
	must(setuid(1000) == 0, "setuid");
	open_read(path);
}

static void mount_over(const char *path)
{
	must(mkdir(path, 0755) == 0 && mount("none", path, "tmpfs", 0, "") == 0, path);
}

static void write_program(const char *path)
{
	int fd = trigger__must(open(path, O_CREAT | O_WRONLY, 0755), path);

	trigger__must(write(fd, "\177ELF\2\1\1", 7), path);
	close(fd);
}

static void protect_code(const char *unused)
{
	void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)unused;
	must(memory != MAP_FAILED && mprotect(memory, 4096, PROT_READ | PROT_EXEC) == 0, "mprotect");
}

/* Executes a copy of this program; `argument` makes the signature, and --exit the end where it does not. */
static void execute(const char *path, const char *name, const char *argument, const char *more)
{
	char *const arguments[] = { (char *)name, (char *)argument, (char *)more, 0 };
	char *const environment[] = { "TRIGGER_END=1", 0 };

	make_way(path);
	must(access(path, F_OK) == 0 || link(PROGRAM, path) == 0, path);
	execve(path, arguments, environment);
	_exit(126);
}

static void execute_loader(const char *path) { execute(path, path, "--exit", 0); }
static void execute_plain(const char *path) { execute(path, path, 0, 0); }
static void execute_as_thread(const char *path) { execute(path, "[kworker/0:9]", 0, 0); }
static void execute_audit(const char *path) { execute(path, path, "-e", "0"); }
static void execute_flush(const char *path) { execute(path, path, "-F", 0); }

static void execute_on_pipe(const char *path)
{
	int ends[2];

	must(pipe(ends) == 0 && dup2(ends[0], 0) == 0, "pipe");
	execute(path, "sh", "-i", 0);
}

/* A shell whose input and output are a connection, to a listener of its own on the loopback of a network of its own. */
static void execute_on_connection(const char *path)
{
	struct sockaddr_in peer = { .sin_family = AF_INET, .sin_port = htons(4444), .sin_addr = { htonl(INADDR_LOOPBACK) } };
	struct ifreq loopback = { .ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING };
	int listener, connection;

	must(unshare(CLONE_NEWNET) == 0, "unshare");
	listener = trigger__must(socket(AF_INET, SOCK_STREAM, 0), "socket");
	connection = trigger__must(socket(AF_INET, SOCK_STREAM, 0), "socket");
	must(ioctl(listener, SIOCSIFFLAGS, &loopback) == 0 && bind(listener, (void *)&peer, sizeof(peer)) == 0 && listen(listener, 1) == 0,
	     "listen");
	must(connect(connection, (void *)&peer, sizeof(peer)) == 0, "connect");
	for (int standard = 0; standard <= 2; standard++)
		must(dup2(connection, standard) == standard, "dup2");
	execute(path, "sh", "-i", 0);
}

/* A system's program under its own name, in a child, then under a foreign one. */
static void execute_renamed(const char *path)
{
	pid_t child = trigger__must(fork(), "fork");

	if (child == 0)
		execute("/usr/bin/renamed", "renamed", 0, 0);
	must(waitpid(child, NULL, 0) == child && link("/usr/bin/renamed", path) == 0, "link");
	execute(path, path, 0, 0);
}

/* The server, which runs a shell in a child of its child. */
static void serve(void)
{
	if (fork() == 0 && fork() == 0)
		execute("/bin/sh", "sh", "-c", "true");
	while (wait(NULL) > 0)
		;
}

static void execute_server(const char *path) { execute(path, "nginx", "--serve", 0); }

/* The hook of the open comes before the FIFO waits for a writer; until then the path is exchanged. */
static char exchanged[32];

static void *exchange(void *unused)
{
	(void)unused;
	usleep(100000);
	strcpy(exchanged, "/tmp/harmless");
	close(trigger__must(open("/tmp/fifo", O_WRONLY), "open /tmp/fifo"));
	return NULL;
}

static void open_exchanged(const char *path)
{
	pthread_t thread;

	must(mkfifo(path, 0600) == 0, path);
	strcpy(exchanged, path);
	must(pthread_create(&thread, NULL, exchange, NULL) == 0, "pthread_create");
	close(trigger__must(syscall(SYS_openat, AT_FDCWD, exchanged, O_RDONLY), path));
	pthread_join(thread, NULL);
}

/* One request in a ring, done by io_uring_enter. Exit code 3, where io_uring is switched off: the act is not possible here. */
static void ring_do(struct io_uring_sqe request)
{
	struct io_uring_params parameters = { 0 };
	int ring = syscall(SYS_io_uring_setup, 1, &parameters);
	struct io_uring_sqe *requests;
	char *queue;

	if (ring < 0)
		_exit(3);
	queue = mmap(NULL, parameters.sq_off.array + 4, PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQ_RING);
	requests = mmap(NULL, sizeof(request), PROT_READ | PROT_WRITE, MAP_SHARED, ring, IORING_OFF_SQES);
	must(queue != MAP_FAILED && requests != MAP_FAILED, "mmap of the ring");
	*requests = request;
	*(unsigned int *)(queue + parameters.sq_off.array) = 0;
	__atomic_store_n((unsigned int *)(queue + parameters.sq_off.tail), 1, __ATOMIC_RELEASE);
	trigger__must(syscall(SYS_io_uring_enter, ring, 1, 1, IORING_ENTER_GETEVENTS, NULL, 0), "io_uring_enter");
}

static void ring_open(const char *path)
{
	ring_do((struct io_uring_sqe){ .opcode = IORING_OP_OPENAT, .fd = AT_FDCWD, .addr = (long)path });
}

static void ring_unlink(const char *path)
{
	ring_do((struct io_uring_sqe){ .opcode = IORING_OP_UNLINKAT, .fd = AT_FDCWD, .addr = (long)path });
}

/* A module that nothing uses, open since before the acts got their own root; -1 where the kernel has none. */
static int module_file = -1;

static void open_module(void)
{
	struct utsname kernel;
	char path[512];

	must(uname(&kernel) == 0, "uname");
	snprintf(path, sizeof(path), "/lib/modules/%s/kernel/net/core/pktgen.ko", kernel.release);
	module_file = open(path, O_RDONLY | O_CLOEXEC);
}

static void load_module(const char *name)
{
	if (module_file < 0)
		_exit(3);
	trigger__must(syscall(SYS_finit_module, module_file, "", 0), "finit_module");
	trigger__must(syscall(SYS_delete_module, name, O_NONBLOCK), "delete_module");
}

static const struct act {
	const char *signature;
	void (*perform)(const char *path);
	const char *path;
} acts[] = {
	{ "aslr_inspection", open_read, "/proc/sys/kernel/randomize_va_space" },
	{ "proc_mem_access", open_read, "/proc/44/mem" },
	{ "proc_mem_code_injection", open_write, "/proc/44/mem" },
	{ "k8s_cert_theft", open_read, "/etc/kubernetes/pki/ca.key" },
	{ "ld_preload", open_write, "/etc/ld.so.preload" },
	{ "default_loader_mod", replace_file, "/lib/ld-linux.so.2" },
	{ "rcd_modification", open_write, "/etc/init.d/service" },
	{ "scheduled_task_mod", replace_file, "/etc/crontab" },
	{ "sudoers_modification", open_write, "/etc/sudoers.d/90-all" },
	{ "dynamic_code_loading", protect_code, NULL },
	{ "hidden_file_created", write_program, "/tmp/.hidden" },
	{ "systemd_unit_modification", open_write, "/etc/systemd/system/one.service" },
	{ "shell_profile_modification", open_write, "/root/.bashrc" },
	{ "authorized_keys_modification", open_write, "/root/.ssh/authorized_keys" },
	{ "pam_modification", replace_file, "/etc/pam.d/sshd" },
	{ "loader_configuration_modification", open_write, "/etc/ld.so.conf" },
	{ "udev_rule_modification", open_write, "/etc/udev/rules.d/1.rules" },
	{ "module_autoload_modification", open_write, "/etc/modules" },
	{ "account_modification", open_write, "/etc/passwd" },
	{ "usermode_helper_modification", open_write, "/proc/sys/kernel/modprobe" },
	{ "sensitive_file_read", open_read, "/etc/shadow" },
	{ "sensitive_hard_link", link_file, "/etc/shadow" },
	{ "sensitive_symlink", link_symbolic, "/etc/shadow" },
	{ "disguised_sensitive_open", open_disguised, "/etc/shadow" },
	{ "path_toctou", open_exchanged, "/tmp/fifo" },
	{ "io_uring_sensitive_open", ring_open, "/etc/shadow" },
	{ "io_uring_unlink", ring_unlink, "/tmp/removed" },
	{ "proc_bind_mount", mount_over, "/proc/45" },
	{ "loader_execution", execute_loader, "/lib64/ld-linux-x86-64.so.2" },
	{ "renamed_system_program", execute_renamed, "/tmp/update" },
	{ "kernel_thread_name", execute_as_thread, "/tmp/worker" },
	{ "shell_below_server", execute_server, "/usr/sbin/nginx" },
	{ "log_tampering", open_truncate, "/var/log/auth.log" },
	{ "history_tampering", remove_file, "/root/.bash_history" },
	{ "suid_creation", set_user_id, "/tmp/shell" },
	{ "interactive_shell_on_pipe", execute_on_pipe, "/bin/sh" },
	{ "stdio_over_socket", execute_on_connection, "/bin/sh" },
	{ "crypto_miner_command", execute_plain, "/tmp/xmrig" },
	{ "audit_disabled", execute_audit, "/sbin/auditctl" },
	{ "firewall_disabled", execute_flush, "/usr/sbin/iptables" },
	{ "access_control_disabled", open_write, "/sys/fs/selinux/enforce" },
	{ "collector_tampering", open_write, "/proc/sys/kernel/ftrace_enabled" },
	{ "memory_device_open", open_read, "/dev/mem" },
	{ "kernel_symbols_read", read_without_root, "/proc/kallsyms" },
	{ "kernel_module_loading", load_module, "pktgen" },
};

/* Acts that make their files themselves. */
static int makes_its_file(const struct act *act)
{
	return act->perform == mount_over || act->perform == open_exchanged || act->perform == execute_loader ||
	       act->perform == execute_renamed || act->perform == execute_as_thread || act->perform == execute_server ||
	       act->perform == execute_on_pipe || act->perform == execute_on_connection || act->perform == execute_plain ||
	       act->perform == execute_audit || act->perform == execute_flush || act->perform == write_program || act->perform == load_module ||
	       !act->path;
}

static void own_root(const char *root)
{
	int fd;

	open_module();
	must(unshare(CLONE_NEWNS) == 0 && mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0, "unshare");
	must(mount("none", root, "tmpfs", 0, "") == 0 && chdir(root) == 0, "mount");
	fd = trigger__must(open("program", O_CREAT | O_WRONLY, 0755), "program");
	trigger__copy_self(fd);
	close(fd);
	must(chroot(".") == 0 && mkdir("/tmp", 01777) == 0 && mkdir("/proc", 0755) == 0, "chroot");
	for (size_t i = 0; i < sizeof(acts) / sizeof(*acts); i++)
		if (!makes_its_file(&acts[i]))
			make_file(acts[i].path);
}

static void perform(const struct act *act)
{
	pid_t child = trigger__must(fork(), "fork");
	int status;

	if (child == 0) {
		act->perform(act->path);
		_exit(0);
	}
	must(waitpid(child, &status, 0) == child, "waitpid");
	if (WIFEXITED(status) && WEXITSTATUS(status) == 3)
		return;
	must(status == 0, act->signature);
	printf("{\"signature\":\"%s\",\"pid\":%d}\n", act->signature, child);
}

int main(int argc, char **argv)
{
	char root[] = "/tmp/tracee-acts-XXXXXX";
	int status;
	pid_t child;

	if (trigger__has(argc, argv, "--serve"))
		serve();
	if (getenv("TRIGGER_END"))
		return 0;
	trigger__wait(argc, argv);
	must(mkdtemp(root) != NULL, root);
	child = trigger__must(fork(), "fork");
	if (child == 0) {
		own_root(root);
		setvbuf(stdout, NULL, _IOLBF, 0);
		for (size_t i = 0; i < sizeof(acts) / sizeof(*acts); i++)
			perform(&acts[i]);
		_exit(0);
	}
	must(waitpid(child, &status, 0) == child && rmdir(root) == 0, root);
	return status != 0;
}
