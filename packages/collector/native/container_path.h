// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

struct ContainerName {
  std::string id;       // '' for none
  std::string runtime;  // '' where the path does not tell
  bool isRoot = false;  // the last component of the path is the container's own cgroup, not one below it
};

// The container that a cgroup path belongs to, or any line of /proc/PID/cgroup: the innermost of several.
ContainerName containerOf(std::string_view path);
