// SPDX-License-Identifier: Apache-2.0
#include "cgroup_counts.h"

#include <sys/mman.h>

#include <algorithm>
#include <cerrno>

#include "kernel_error.h"

namespace {

// Elements that a cgroup may have its place in.
constexpr size_t kPlaces = 8;

// As much of the end as fits, with a NUL behind it.
template <size_t size>
void put(char (&field)[size], const std::string &text) {
  const size_t length = std::min(text.size(), size - 1);
  memcpy(field, text.data() + text.size() - length, length);
  memset(field + length, 0, size - length);
}

}  // namespace

MappedCgroupCounts::MappedCgroupCounts(int mapFd, size_t count, bool writable) {
  if (mapFd < 0 || count == 0) return;
  count_ = count;
  void *const mapped = mmap(nullptr, bytes(), writable ? PROT_READ | PROT_WRITE : PROT_READ, MAP_SHARED, mapFd, 0);
  if (mapped == MAP_FAILED) throw KernelError("map counts of cgroups: " + errnoText(errno), errno);
  data_ = static_cast<struct cgroup_count *>(mapped);
}

MappedCgroupCounts::~MappedCgroupCounts() {
  if (data_ != nullptr) munmap(data_, bytes());
}

struct cgroup_count *CgroupCounts::find(uint64_t cgroup) {
  struct cgroup_count *const all = elements_.data();
  if (all == nullptr || cgroup == 0) return all;
  const size_t places = std::min(kPlaces, elements_.count() - 1);
  const size_t groups = (elements_.count() - 1) / places;
  // the ids of cgroups are numbered: a multiplication by 2^64 / phi spreads them
  struct cgroup_count *const first = all + 1 + (cgroup * 0x9E3779B97F4A7C15 >> 32) % groups * places;
  struct cgroup_count *least = first;
  for (struct cgroup_count *each = first; each < first + places; each++) {
    if (each->cgroup_id == cgroup) return each;
    const auto counted = [](const struct cgroup_count &one) { return one.cgroup_id == 0 ? __u64{0} : one.events + one.lost; };
    if (counted(*each) < counted(*least)) least = each;
  }
  empty(*least);
  const CgroupName name = containers_.nameOf(cgroup);
  put(least->container, name.container);
  put(least->name, name.name);
  __atomic_store_n(&least->cgroup_id, cgroup, __ATOMIC_RELEASE);
  return least;
}

void CgroupCounts::empty(struct cgroup_count &element) {
  if (element.cgroup_id == 0) return;
  struct cgroup_count &rest = *elements_.data();
  __atomic_store_n(&element.cgroup_id, uint64_t{0}, __ATOMIC_RELEASE);
  add(rest.events, element.events);
  add(rest.lost, element.lost);
  element.events = element.lost = 0;
}

void CgroupCounts::rename(const std::string &container, const std::string &name) {
  for (size_t i = 1; i < elements_.count(); i++) {
    struct cgroup_count &each = elements_.data()[i];
    if (each.cgroup_id != 0 && container == each.container) put(each.name, name);
  }
}
