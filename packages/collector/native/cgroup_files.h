// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "container_path.h"

// The mounted hierarchy of cgroups whose ids records have. Without a mount it has no cgroups.
class CgroupFiles {
 public:
  CgroupFiles() = default;
  // `root`: where the hierarchy is mounted; `hierarchy`: its number, 0 for cgroup v2.
  CgroupFiles(std::string root, uint32_t hierarchy) : root_(std::move(root)), hierarchy_(hierarchy) {}

  uint32_t hierarchy() const { return hierarchy_; }
  // Calls each(id, path) for every cgroup; the path begins at the root of the hierarchy.
  void walk(const std::function<void(uint64_t, const std::string &)> &each) const;
  // The path of a cgroup by its id; '' when it is gone, or this process may not open by handle (CAP_DAC_READ_SEARCH).
  std::string path(uint64_t id) const;

 private:
  std::string root_;
  uint32_t hierarchy_ = 0;
};
