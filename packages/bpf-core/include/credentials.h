/* SPDX-License-Identifier: GPL-2.0 */
/* Credentials as an argument of type cred has them (event-schema/src/values/credentials.ts). */
#pragma once

#include "blob.h"
#include "probe.h"

struct cred_args {
	__u32 uid, gid, suid, sgid, euid, egid, fsuid, fsgid;
	__u32 user_ns, securebits;
	__u64 cap_inheritable, cap_permitted, cap_effective, cap_bset, cap_ambient;
};

#define CRED_CAPABILITIES(to, cred, set) bpf_core_read(&(to)->set, sizeof((to)->set), &(cred)->set)

static __always_inline void cred__fill(struct cred_args *to, const struct cred *cred)
{
	to->uid = BPF_CORE_READ(cred, uid.val);
	to->gid = BPF_CORE_READ(cred, gid.val);
	to->suid = BPF_CORE_READ(cred, suid.val);
	to->sgid = BPF_CORE_READ(cred, sgid.val);
	to->euid = BPF_CORE_READ(cred, euid.val);
	to->egid = BPF_CORE_READ(cred, egid.val);
	to->fsuid = BPF_CORE_READ(cred, fsuid.val);
	to->fsgid = BPF_CORE_READ(cred, fsgid.val);
	to->user_ns = BPF_CORE_READ(cred, user_ns, ns.inum);
	to->securebits = BPF_CORE_READ(cred, securebits);
	CRED_CAPABILITIES(to, cred, cap_inheritable);
	CRED_CAPABILITIES(to, cred, cap_permitted);
	CRED_CAPABILITIES(to, cred, cap_effective);
	CRED_CAPABILITIES(to, cred, cap_bset);
	CRED_CAPABILITIES(to, cred, cap_ambient);
}

/* The same ids and capabilities. */
static __always_inline bool cred__same_rights(const struct cred_args *a, const struct cred_args *b)
{
	return a->uid == b->uid && a->gid == b->gid && a->suid == b->suid && a->sgid == b->sgid && a->euid == b->euid && a->egid == b->egid &&
	       a->fsuid == b->fsuid && a->fsgid == b->fsgid && a->cap_inheritable == b->cap_inheritable &&
	       a->cap_permitted == b->cap_permitted && a->cap_effective == b->cap_effective && a->cap_bset == b->cap_bset &&
	       a->cap_ambient == b->cap_ambient;
}
