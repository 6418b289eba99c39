// SPDX-License-Identifier: Apache-2.0
/* vmexit CODE: ends qemu at once by its isa-debug-exit device; without that device, by power off. */
#include <stdlib.h>
#if defined(__x86_64__)
#include <sys/io.h>
#endif
#include <sys/reboot.h>
#include <unistd.h>

#define DEBUG_EXIT_PORT 0xf4

int main(int argc, char **argv)
{
	sync();
#if defined(__x86_64__)
	if (iopl(3) == 0)
		outl(argc > 1 ? atoi(argv[1]) & 0x7f : 0, DEBUG_EXIT_PORT);
#else
	(void)argc, (void)argv;
#endif
	reboot(RB_POWER_OFF);
	return 1;
}
