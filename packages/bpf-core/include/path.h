/* SPDX-License-Identifier: GPL-2.0 */
/* Paths of files as the current task would name them: from its root, through the mounts. */
#pragma once

#include "blob.h"
#include "core_fixes.h"

/* Directories and mounts walked by one path__climb, which is verified once a program, and how often it is called: 2048 in all. */
#define PATH_STRIDE 16
#define PATH_STRIDES 128

/* What one read of a dentry takes, from d_parent on: parent, hash, length, name, inode, and the name itself where it is short. */
#define HEAD_BYTES 72
#define HEAD_AT 16    /* in scratch->head */
#define HEAD_NAME 8   /* of d_name, behind d_parent */
#define HEAD_INLINE 32 /* of the short name */
#define NAME_INLINE_MAX 40

#define PIPEFS_MAGIC 0x50495045
#define SOCKFS_MAGIC 0x534f434b
#define ANON_INODE_FS_MAGIC 0x09041934
#define NSFS_MAGIC 0x6e736673

enum climb {
	CLIMB_ON = 0,
	CLIMB_DONE = 1,
	CLIMB_FULL = 2,
};

struct dentry_head {
	__u64 parent;
	__u32 hash, length;
	__u64 name;
};

/* Parent and name of walk.dentry, to scratch->head. Two fields side by side on every kernel seen; where not, read one by one. */
static __always_inline struct dentry_head *dentry__head(struct scratch *scratch)
{
	const __u32 parent_at = bpf_core_field_offset(struct dentry, d_parent), name_at = bpf_core_field_offset(struct dentry, d_name);
	void *dentry = (void *)scratch->walk.dentry, *head = scratch->head + HEAD_AT;

	if (name_at == parent_at + HEAD_NAME) {
		bpf_probe_read_kernel(head, HEAD_BYTES, dentry + parent_at);
	} else {
		bpf_probe_read_kernel(head, sizeof(__u64), dentry + parent_at);
		bpf_probe_read_kernel(head + HEAD_NAME, sizeof(struct dentry_head) - HEAD_NAME, dentry + name_at);
	}
	return head;
}

/*
 * Puts the name below byte `at` of the path. A short name came with the head: it is moved by whole words, right-aligned, since what
 * they write below its first byte is written again by the next name (a helper call costs as much as this whole step).
 */
static __always_inline void path__put(struct scratch *scratch, __u32 at, __u64 name, __u32 length)
{
	const __u32 inline_at = bpf_core_field_offset(struct dentry, d_parent) + HEAD_INLINE;

	if (name == scratch->walk.dentry + inline_at && length < NAME_INLINE_MAX) {
		__u64 *from = (void *)scratch->head + HEAD_AT + HEAD_INLINE - NAME_INLINE_MAX + (length & 63);
		__u64 *to = (void *)scratch->path + PATH_ROOM - NAME_INLINE_MAX + (at & (2 * PATH_MAX_BYTES - 1));

		for (int i = 0; i < NAME_INLINE_MAX / 8; i++)
			to[i] = from[i];
	} else {
		at -= length;
		bpf_probe_read_kernel(scratch->path + PATH_ROOM + (at & (PATH_MAX_BYTES - 1)), length & 0xff, (void *)name);
	}
}

/*
 * Some steps from walk.dentry to the root:
 *
 *   path:  | room | ............ /usr/bin/true |
 *                               `- walk.at     `- PATH_MAX_BYTES
 *
 * A global function: verified once, whoever calls it.
 */
__attribute__((noinline)) int path__climb(__u32 index)
{
	struct scratch *scratch = scratch__at(index);
	struct path_walk *walk;

	if (!scratch)
		return CLIMB_DONE;
	walk = &scratch->walk;
	for (int i = 0; i < PATH_STRIDE; i++) {
		struct dentry_head *head;
		__u64 parent;
		__u32 length, at;

		if (walk->dentry == walk->root_dentry && walk->mnt == walk->root_mnt)
			return CLIMB_DONE;
		if (walk->dentry == walk->mount_root && walk->mnt) {
			struct mount *mount = (void *)walk->mnt - bpf_core_field_offset(struct mount, mnt);
			struct mount *above = BPF_CORE_READ(mount, mnt_parent);
			struct vfsmount *mnt = (void *)above + bpf_core_field_offset(struct mount, mnt);

			if (above == mount) { /* on no other: a clone of the kernel's own, a detached mount. What is left is the way inside the file system. */
				walk->mnt = 0;
				continue;
			}
			walk->dentry = (__u64)BPF_CORE_READ(mount, mnt_mountpoint);
			walk->mnt = (__u64)mnt;
			walk->mount_root = (__u64)BPF_CORE_READ(mnt, mnt_root);
			continue;
		}
		head = dentry__head(scratch);
		parent = head->parent;
		if (parent == walk->dentry || !parent)
			return CLIMB_DONE;
		length = head->length & 0xff;
		at = walk->at;
		if (length + 1 > at)
			return CLIMB_FULL;
		path__put(scratch, at, head->name, length);
		at -= length + 1;
		scratch->path[PATH_ROOM + (at & (PATH_MAX_BYTES - 1))] = '/';
		walk->at = at;
		walk->dentry = parent;
	}
	return CLIMB_ON;
}

/* Writes text of up to 15 bytes before what is there. */
static __always_inline void path__prepend(struct scratch *scratch, const char *text, __u32 length)
{
	__u32 at = scratch->walk.at - length;

	barrier_var(at); /* keeps the bound beside the use, where the verifier wants it */
	at &= PATH_MAX_BYTES - 1;
	for (__u32 i = 0; i < length; i++)
		scratch->path[PATH_ROOM + at + i] = text[i];
	scratch->walk.at = at;
}

/* "[number]" */
static __always_inline void path__prepend_number(struct scratch *scratch, __u64 number)
{
	path__prepend(scratch, "]", 1);
	for (int i = 0; i < 20; i++) {
		char digit = '0' + number % 10;

		path__prepend(scratch, &digit, 1);
		number /= 10;
		if (!number)
			break;
	}
	path__prepend(scratch, "[", 1);
}

/* The name of what is in no directory: memfd:name, pipe:[inode], socket:[inode], anon_inode:[kind], mnt:[inode]. */
__attribute__((noinline)) int path__pseudo(__u32 index)
{
	struct scratch *scratch = scratch__at(index);
	struct dentry_head *head;
	struct dentry *dentry;
	struct inode *inode;
	__u64 magic;

	if (!scratch)
		return 0;
	dentry = (void *)scratch->walk.dentry;
	inode = BPF_CORE_READ(dentry, d_inode);
	magic = BPF_CORE_READ(inode, i_sb, s_magic);
	if (magic == PIPEFS_MAGIC || magic == SOCKFS_MAGIC || magic == NSFS_MAGIC) {
		path__prepend_number(scratch, BPF_CORE_READ(inode, i_ino));
		if (magic == PIPEFS_MAGIC)
			path__prepend(scratch, "pipe:", 5);
		else if (magic == SOCKFS_MAGIC)
			path__prepend(scratch, "socket:", 7);
		else
			path__prepend(scratch, "ns:", 3);
		return 0;
	}
	head = dentry__head(scratch);
	path__put(scratch, PATH_MAX_BYTES, head->name, head->length & 0xff);
	scratch->walk.at = PATH_MAX_BYTES - (head->length & 0xff);
	if (magic == ANON_INODE_FS_MAGIC)
		path__prepend(scratch, "anon_inode:", 11);
	return 0;
}

/* The path of walk.dentry on walk.mnt, into scratch->path from walk.at on; without a mount, from the root of its file system. */
__attribute__((noinline)) int path__resolve(__u32 index)
{
	struct scratch *scratch = scratch__at(index);
	struct path_walk *walk;
	int climb = CLIMB_ON;

	if (!scratch)
		return 0;
	walk = &scratch->walk;
	walk->at = PATH_MAX_BYTES;
	walk->mount_root = 0;
	if (walk->mnt) {
		struct task_struct *task = (void *)bpf_get_current_task();
		struct fs_struct *fs = BPF_CORE_READ(task, fs);
		struct vfsmount *mnt = (void *)walk->mnt;

		walk->mount_root = (__u64)BPF_CORE_READ(mnt, mnt_root);
		bpf_core_read(&walk->root_dentry, sizeof(walk->root_dentry), &fs->root.dentry);
		bpf_core_read(&walk->root_mnt, sizeof(walk->root_mnt), &fs->root.mnt);
	} else {
		walk->root_dentry = 0;
		walk->root_mnt = 0;
	}
	for (int i = 0; i < PATH_STRIDES; i++) {
		climb = path__climb(index);
		if (climb != CLIMB_ON)
			break;
	}
	if (climb != CLIMB_DONE) {
		record__context(scratch)->flags |= CONTEXT_TRUNCATED;
		if (walk->at < PATH_MAX_BYTES)
			walk->at++; /* the slash: what is left is no absolute path */
	} else if (walk->at == PATH_MAX_BYTES) {
		if (!walk->mnt || walk->dentry == walk->mount_root || walk->dentry == walk->root_dentry)
			path__prepend(scratch, "/", 1);
		else
			path__pseudo(index);
	}
	return 0;
}

/*
 * The path of a dentry on a mount, as the current task would name it; on no mount, its path in its file system. What does not fit is
 * cut off at the front (the result then begins without a slash) and flagged.
 */
static __always_inline void blob__path(struct scratch *scratch, struct blob *blob, const void *mnt, const void *dentry)
{
	__u32 length, at;

	if (!dentry || blob__full(scratch))
		return blob__none(blob);
	/* through memory: a global function takes no pointer that carries a type */
	scratch->walk.mnt = (__u64)mnt;
	scratch->walk.dentry = (__u64)dentry;
	path__resolve(scratch->index);
	at = scratch->walk.at & (2 * PATH_MAX_BYTES - 1);
	length = (PATH_MAX_BYTES - at) & (2 * PATH_MAX_BYTES - 1);
	if (length > PATH_MAX_BYTES)
		return blob__fault(scratch, blob);
	bpf_probe_read_kernel(blob__at(scratch, blob), length, scratch->path + PATH_ROOM + at);
	blob__end(scratch, blob, length);
}
