// SPDX-License-Identifier: GPL-2.0
#include "blob.h"
#include "probe.h"

ON_RETURN(kallsyms_lookup_name, EVENT_KALLSYMS_LOOKUP_NAME, kallsyms_lookup_name, const char *name, unsigned long address)
{
	struct scratch *scratch = record__begin(kind, task__current(), EVENT_KALLSYMS_LOOKUP_NAME, sizeof(struct kallsyms_lookup_name_args));
	struct kallsyms_lookup_name_args *args;

	if (!scratch)
		return 0;

	args = record__args(scratch);
	args->symbol_address = address;

	blob__text(scratch, &args->symbol_name, name);

	record__submit(kind, scratch);
	return 0;
}
