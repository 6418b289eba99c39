// SPDX-License-Identifier: Apache-2.0
#include "kernel_truth.h"

static const char *const module = "arch/x86/kernel/cpuid";

int main(void)
{
	unsigned long long operations;

	start();
	need_module("register_chrdev", module);
	must(load_module(module, "") == 0, module);
	operations = symbol_address("cpuid_fops", "cpuid");
	unload_module(module);

	expect("register_chrdev");
	number("requested_major_number", 203);
	number("granted_major_number", 203);
	text("char_device_name", "cpu/cpuid");
	address("char_device_fops", operations);
	finish(0);
	return 0;
}
