/* SPDX-License-Identifier: GPL-2.0 OR Apache-2.0 */
/* The interface between the BPF programs and the collector: a record in the ring, the maps and the globals. */
#pragma once

#include "events.gen.h"

/*
 * A record:
 *
 *   0                    sizeof(struct event_context)         + sizeof(args of the event)
 *   | struct event_context | struct NAME_args or syscall_args | text and bytes ...  |
 *                                     `- struct blob: off from the start of the record, len in bytes
 *
 * Text has no terminating NUL. `strings` are NUL-terminated one after another. BLOB_FAULT in len: not readable.
 */
#define BLOB_FAULT 0xffff

/* In event_context.flags: no scope wants the record, the collector itself does. */
#define RECORD_INTERNAL 0x8000

/*
 * In event_context.event_id: no event, but a note to the collector of what a process runs (struct program_args). Of a fork, which gives the
 * child its parent's program, and of an execution. Its context is that of the parent, or of the process that executed; `sequence` numbers
 * the notes of a CPU, so that a lost one shows.
 */
#define RECORD_PROGRAM 0xfffe

#define RECORD_MAX (32 * 1024)
#define PATH_MAX_BYTES 4096
#define STRINGS_MAX 8192

/*
 * Records are built in scratch slots. Programs on tracepoints and kprobes run with preemption off: one slot, the first of each CPU. Those
 * on function entries and exits (fentry, fexit) may be preempted by another task's: they take one of the others by compare-and-swap.
 */
#define SCRATCH_SLOTS 4

/*
 * Two rings: what the rules cannot do without (the event's definition says so, or the user) never waits behind a flood of the rest. Maps
 * `control_ring` and `bulk`.
 */
enum ring_id {
	RING_BULK = 0,
	RING_CONTROL = 1,
	RINGS = 2,
};

/*
 * event_context.sequence: the lane in its three highest bits, below them the number of the record in that lane. A lane is a slot's way
 * into one of the rings: slot * RINGS + ring.
 */
#define SEQUENCE_LANE_SHIFT 61
#define SEQUENCE_LANES (SCRATCH_SLOTS * RINGS)

/* Where path__resolve stands, between its steps. */
struct path_walk {
	__u64 dentry, mnt, mount_root;
	__u64 root_dentry, root_mnt;
	__u32 at;     /* where the path begins so far */
	__u32 unused;
};

/* Text of an argument, or its end from behind, as filter_texts has it: a number of bits, and the bytes with a NUL behind them. */
#define ARGUMENT_TEXT 128
#define ARGUMENT_SUFFIX 64

struct text_key {
	__u32 bits; /* of what follows */
	__u32 place;
	__u8 bytes[ARGUMENT_TEXT];
};

/* Room for the name that is moved in whole words below the first byte of the path. */
#define PATH_ROOM 64

/* One slot: element CPU * SCRATCH_SLOTS + slot of the map `scratch`, which has SCRATCH_SLOTS elements for each possible CPU. */
struct scratch {
	__u64 sequence[RINGS]; /* number of the slot's next record, by ring */
	__u64 notes;    /* in the first slot of a CPU: number of its next RECORD_PROGRAM */
	__u32 busy;     /* a program builds a record here */
	__u32 index;    /* of this element */
	__u32 end;      /* bytes of the record so far */
	__u32 syscall;  /* row of the system-call table, for the tail call */
	__u32 always;   /* the collector needs the record, whatever the scopes want */
	__u32 unused;
	struct text_key text; /* of the argument that is looked up */
	struct path_walk walk;
	__u8 head[128];
	__u8 path[PATH_ROOM + 2 * PATH_MAX_BYTES];
	__u8 record[RECORD_MAX + STRINGS_MAX]; /* and room for one bounded copy that begins in its last byte */
};

/*
 * Shorter than any record, and none of the events: the collector has named a thread of its own so, and sees by what comes back through
 * each ring that the way from a hook to its reader is open.
 */
struct pulse {
	__u64 name; /* its first 8 bytes */
};

/* Arguments of RECORD_PROGRAM. */
struct program_args {
	__u64 child_start;    /* of a fork: when the child started, ns since boot; else 0 */
	__u32 child_pid;      /* of a fork: the child's process id in the initial namespace */
	struct blob pathname; /* of an execution: the file, as sched_process_exec has it */
};

/* Per event and CPU, an element of the map `counters`: produced = delivered + ring_full + too_large + no_scratch + throttled. */
struct event_counters {
	__u64 produced;
	__u64 ring_full;
	__u64 too_large;
	__u64 no_scratch; /* every slot of the CPU was taken */
	__u64 throttled;  /* its cgroup had taken its share while the bulk ring was filling */
};

/* Key of `throttled`, whose value is a count a CPU: whose records were held back. */
struct throttled_key {
	__u64 cgroup_id;
	__u64 event;
};

#define CGROUP_COUNTS 2048

/*
 * Of one cgroup, an element of the map `cgroup_counts`, which the collector writes and whoever may look at its maps reads. The first
 * element is of all cgroups for which there is no room any more.
 */
struct cgroup_count {
	__u64 cgroup_id; /* 0: of none */
	__u64 events;    /* put into the stream */
	__u64 lost;      /* held back, or without room behind the ring; whose records the ring had no room for, nobody knows */
	char container[80]; /* its id; '' outside of containers */
	char name[128];     /* what the runtime calls the container; of a cgroup outside of containers, its path, or as much of its end as fits */
};

/* A filter's answer for one key, by scope: `listed` scopes name the key, `match` of them want it. */
struct scope_bits {
	__u64 match;
	__u64 listed;
};

/*
 * What filters are in force on a field: `enabled` scopes have one, `pass` of them take keys that are not listed. For keys that are not
 * listed, `ranged` scopes ask `filter_ranges` instead.
 */
struct scope_filter {
	__u64 enabled;
	__u64 pass;
	__u64 ranged;
};

enum filter_field {
	FILTER_UID = 0,
	FILTER_PID = 1, /* host process id */
	FILTER_COMM = 2,
	FILTER_TREE = 3, /* descendants of a process; kept up to date through fork and exit */
	FILTER_MNTNS = 4,
	FILTER_PIDNS = 5,
	FILTER_UTS = 6,
	FILTER_CGROUP = 7,      /* containers, by the cgroups they have */
	FILTER_NEW_PROCESS = 8, /* `pass` scopes take processes that ran before the collector, the others those that came after */
	FILTER_EXEC = 9,        /* the program that the process runs */
	FILTER_FIELDS = 10,
};

/*
 * Filters are replaced whole: there are two banks of them, the one in force and the one that is being written. Keys begin with their
 * bank, and a record says which version of the filters chose it.
 */
#define FILTER_BANKS 2

/* Key of `filter_numbers` and `filter_ranges`: a field of a bank. */
#define FILTER_PLACE(bank, field) ((field) * FILTER_BANKS + (bank))

struct number_key {
	__u32 place;
	__u32 value;
};

struct name_key {
	__u32 place;
	char value[16];
};

struct cgroup_key {
	__u64 bank;
	__u64 value;
};

/* A program: the file, by the kernel's own number of its device. */
struct file_key {
	__u32 bank;
	__u32 dev;
	__u64 inode;
};

/* Key of `tree` and `followed`. */
struct process_key {
	__u32 bank;
	__u32 pid; /* host process id */
};

/* A function of a number: match[i] from starts[i] on. starts[0] is 0; those that are not used repeat the last interval. */
#define RANGES_MAX 256

struct number_ranges {
	__u32 starts[RANGES_MAX];
	__u64 match[RANGES_MAX];
};

/*
 * Conditions on arguments and the returned value that the kernel decides, before it sends a record: an element of `argument_tests` for
 * each event that has any, whose number filter_bank.event_tests says. 0 is none. A scope that is not `enabled` is left as it is.
 */
#define ARGUMENT_TESTS 4
#define ARGUMENT_FLAGS 8
#define ARGUMENT_RANGES 8
#define ARGUMENT_EVENTS 128 /* with tests, a bank */

/* Scopes that want a value, and those that refuse it. */
struct value_bits {
	__u64 wanted;
	__u64 refused;
};

struct argument_flags {
	__u64 mask;
	__u64 value;
	struct value_bits bits;
};

enum argument_lookup {
	LOOKUP_VALUES = 1,  /* in filter_values, by `place` */
	LOOKUP_TEXTS = 2,   /* in filter_texts, by `place` */
	LOOKUP_ENDS = 4,    /* likewise, from behind, by the place after it */
	LOOKUP_RANGES = 8,
};

struct argument_test {
	__u16 at;      /* of the value in the record */
	__u8 width;    /* of a number in bytes; 0: it is a blob of text */
	__u8 extends;  /* a sign */
	__u8 lookups;
	__u8 flags_count;
	__u16 unused;
	__u32 place;
	__u32 unused2;
	__u64 enabled; /* scopes with a condition on the value */
	__u64 choose;  /* of them, those that want one of several values */
	__u64 flip;    /* makes the order of numbers that of unsigned ones */
	struct argument_flags flags[ARGUMENT_FLAGS];
	__u64 starts[ARGUMENT_RANGES]; /* as in struct number_ranges, flipped */
	__u64 match[ARGUMENT_RANGES];
};

struct argument_tests {
	struct argument_test tests[ARGUMENT_TESTS]; /* up to one that is not enabled */
};

struct value_key {
	__u32 place;
	__u32 unused;
	__u64 value;
};

#define EVENT_IDS 4096

struct filter_bank {
	__u64 follow; /* scopes in which descendants of a matched process match too */
	struct scope_filter filters[FILTER_FIELDS];
	__u64 event_scopes[EVENT_IDS]; /* scopes that select the event */
	__u16 event_tests[EVENT_IDS];  /* element of `argument_tests` */
};

/* Variable `control`, mapped into the collector. */
struct control {
	__u32 need_wakeup; /* the consumer sleeps: wake it at the next record */
	__u32 self;        /* host process id whose events are never taken */
	__u32 reader;      /* likewise: the process at the other end of the pipe; 0 for none */
	__u32 version;     /* of the filters; its lowest bit is the bank in force */
	__u64 started;     /* ns since boot: processes that started later are new */
	__u64 pulse;       /* the thread name that is a pulse now (struct pulse); 0: none is */
	struct filter_bank banks[FILTER_BANKS];
};
