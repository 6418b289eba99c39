/* SPDX-License-Identifier: GPL-2.0 */
/* Protection bits, the same in a mapping's flags (VM_READ, VM_WRITE, VM_EXEC) and in the system calls' argument. */
#pragma once

#include "file.h"
#include "syscall_numbers.h"

#define PROT_ALL 7
#define PROT_WRITE_EXEC (PROT_WRITE | PROT_EXEC)
