// SPDX-License-Identifier: Apache-2.0
#include "truth.h"

#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>

static void told(struct timespec time, struct timezone zone)
{
	expect("security_settime64");
	number("tv_sec", time.tv_sec);
	number("tv_nsec", time.tv_nsec);
	number("tz_minuteswest", zone.tz_minuteswest);
	number("tz_dsttime", zone.tz_dsttime);
	finish(0);
}

/* Sets the time to what it is, with a time zone and without, and takes the zone back. */
int main(void)
{
	struct timezone zone = { 60, 1 }, none = { 0, 0 };
	struct timespec time;
	struct timeval now;

	start();
	must(gettimeofday(&now, NULL) == 0 && syscall(SYS_settimeofday, &now, &zone) == 0 && syscall(SYS_settimeofday, NULL, &none) == 0,
	     "settimeofday");
	must(clock_gettime(CLOCK_REALTIME, &time) == 0 && clock_settime(CLOCK_REALTIME, &time) == 0, "clock_settime");

	told((struct timespec){ now.tv_sec, now.tv_usec * 1000 }, zone);
	told(time, none);
	return 0;
}
