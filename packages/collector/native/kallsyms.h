// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

// Addresses of the functions of that name in the kernel itself; none where they are hidden (kernel.kptr_restrict).
std::vector<uint64_t> functionAddresses(const std::string &name);
