/* SPDX-License-Identifier: GPL-2.0 */
#pragma once

/* Adds to a counter of this CPU; the other kinds of program cannot be interleaved with themselves. */
#ifdef TYPED
#define COUNT(kind, counter) ((kind) == PROBE_TYPED ? (void)__sync_fetch_and_add(&(counter), 1) : (void)((counter)++))
#else
#define COUNT(kind, counter) ((void)((counter)++))
#endif
