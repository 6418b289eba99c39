// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "containers.h"
#include "kernel_record.h"

// The elements of a map `cgroup_counts`, in memory shared with whoever else maps them.
class MappedCgroupCounts {
 public:
  // `mapFd` -1: there are none. Throws KernelError.
  MappedCgroupCounts(int mapFd, size_t count, bool writable);
  ~MappedCgroupCounts();
  MappedCgroupCounts(const MappedCgroupCounts &) = delete;
  MappedCgroupCounts &operator=(const MappedCgroupCounts &) = delete;

  struct cgroup_count *data() const { return data_; }
  size_t count() const { return count_; }

 private:
  size_t bytes() const { return count_ * sizeof(struct cgroup_count); }

  struct cgroup_count *data_ = nullptr;
  size_t count_ = 0;
};

// Counts events by cgroup where others can see it. Of the ring thread.
//
// A cgroup has its place among a few elements, by its id. When they are taken, the one that counted the least makes room: what it counted
// goes to the first element, so that the sum stays.
class CgroupCounts {
 public:
  CgroupCounts(int mapFd, size_t count, Containers &containers) : elements_(mapFd, count, true), containers_(containers) {}

  void addEvent(uint64_t cgroup) {
    if (struct cgroup_count *found = of(cgroup)) add(found->events, 1);
  }
  void addLost(uint64_t cgroup, uint64_t count) {
    if (struct cgroup_count *found = of(cgroup)) add(found->lost, count);
  }
  // A container has a name now.
  void rename(const std::string &container, const std::string &name);

 private:
  static void add(__u64 &count, uint64_t more) { __atomic_store_n(&count, count + more, __ATOMIC_RELAXED); }

  // Null when nothing is counted.
  struct cgroup_count *of(uint64_t cgroup) {
    if (last_ == nullptr || last_->cgroup_id != cgroup) last_ = find(cgroup);
    return last_;
  }
  struct cgroup_count *find(uint64_t cgroup);
  void empty(struct cgroup_count &element);

  const MappedCgroupCounts elements_;
  Containers &containers_;
  struct cgroup_count *last_ = nullptr;
};
