// SPDX-License-Identifier: Apache-2.0
#include "namespaces.h"

#include <sys/prctl.h>

/* A line of /proc/self/status, its numbers. */
static void status(const char *name, int base, unsigned long long *values, int count)
{
	FILE *file = fopen("/proc/self/status", "r");
	char line[256];

	must(file != NULL, "/proc/self/status");
	while (fgets(line, sizeof(line), file)) {
		char *at = line + strlen(name);

		if (strncmp(line, name, strlen(name)) || *at != ':')
			continue;
		at++;
		for (int i = 0; i < count; i++)
			values[i] = strtoull(at, &at, base);
		fclose(file);
		return;
	}
	must(0, name);
}

/* Credentials as the JSON output shows them, from what /proc says of this process now. */
struct credentials {
	unsigned long long uid[4], gid[4]; /* real, effective, saved, of the file system */
	unsigned long long namespace, securebits;
	unsigned long long sets[5];
};

static struct credentials own_credentials(void)
{
	static const char *const sets[] = { "CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb" };
	struct credentials own;

	status("Uid", 10, own.uid, 4);
	status("Gid", 10, own.gid, 4);
	own.namespace = namespace_number("user");
	own.securebits = prctl(PR_GET_SECUREBITS);
	for (int i = 0; i < 5; i++)
		status(sets[i], 16, &own.sets[i], 1);
	return own;
}

static void credentials(const char *name, const struct credentials *of)
{
	key(name);
	printf("{\"Uid\":%llu,\"Gid\":%llu,\"Suid\":%llu,\"Sgid\":%llu,\"Euid\":%llu,\"Egid\":%llu,\"Fsuid\":%llu,\"Fsgid\":%llu", of->uid[0], of->gid[0],
	       of->uid[2], of->gid[2], of->uid[1], of->gid[1], of->uid[3], of->gid[3]);
	printf(",\"UserNamespace\":%llu,\"SecureBits\":%llu,\"CapInheritable\":%llu,\"CapPermitted\":%llu,\"CapEffective\":%llu", of->namespace,
	       of->securebits, of->sets[0], of->sets[1], of->sets[2]);
	printf(",\"CapBounding\":%llu,\"CapAmbient\":%llu}", of->sets[3], of->sets[4]);
}

/* Drops a capability, sets a secure bit, which alone is not reported, then other ids, which takes the capabilities away. */
int main(void)
{
	struct credentials before, after;

	start();
	for (int i = 0; i < 4; i++) {
		before = own_credentials();
		must(i == 0 ? prctl(PR_CAPBSET_DROP, 5) == 0 :
		     i == 1 ? prctl(PR_SET_SECUREBITS, 1) == 0 :
		     i == 2 ? setresgid(11, 12, 13) == 0 :
			      setresuid(21, 22, 23) == 0,
		     "change");
		after = own_credentials();
		if (i == 1)
			continue;
		expect("commit_creds");
		credentials("old_cred", &before);
		credentials("new_cred", &after);
		finish(0);
	}
	return 0;
}
