// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "bytes.h"

// Fills in the calls that an object leaves open (bpf-core/include/read.h, PLAIN): of the kernel's bpf_rdonly_cast by its number in the
// kernel's BTF, or where that is 0 a copy of the pointer. Not left to libbpf, as kernels 5.13 to 5.15 refuse a program with a call of a
// function that they lack.
void fillPlainCasts(Bytes &object, uint32_t function);
