// SPDX-License-Identifier: GPL-2.0
#include "probe.h"

ON_ENTRY(security_settime64, security_settime64, const struct timespec64 *time, const struct timezone *zone)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_SECURITY_SETTIME64, sizeof(struct security_settime64_args));
	struct security_settime64_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->tv_sec = time ? BPF_CORE_READ(time, tv_sec) : 0;
	args->tv_nsec = time ? BPF_CORE_READ(time, tv_nsec) : 0;
	args->tz_minuteswest = zone ? BPF_CORE_READ(zone, tz_minuteswest) : 0;
	args->tz_dsttime = zone ? BPF_CORE_READ(zone, tz_dsttime) : 0;

	record__submit(kind, scratch);
	return 0;
}
