// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

// What /proc tells of a process.
namespace process_files {

// Start times in /proc have steps of 10 ms (USER_HZ).
constexpr uint64_t kTickNs = 10'000'000;
inline bool isSameStart(uint64_t a, uint64_t b) { return a / kTickNs == b / kTickNs; }

// The file that a process runs, named as the kernel's events name it; '' for a thread of the kernel, for a process that has gone, and when
// another has its number now. `start`: ns since boot.
std::string executable(const std::string &proc, uint32_t pid, uint64_t start);

}  // namespace process_files
