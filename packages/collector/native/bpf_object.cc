// SPDX-License-Identifier: Apache-2.0
// Opening and loading; what is done with a loaded object is in bpf_object_use.cc.
#include "bpf_object.h"

#include <linux/types.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <iterator>

#include "generated/encoder_table.gen.h"
#include "kernel_error.h"
#include "libbpf_log.h"
#include "plain_casts.h"
#include "record.h"

namespace {
constexpr const char *kRings[RINGS] = {"bulk", "control_ring"};
constexpr const char *kControlEvents = "control_events";
constexpr const char *kThrottled = "throttled";
constexpr const char *kCounters = "counters";
constexpr const char *kCgroupCounts = "cgroup_counts";
constexpr const char *kScratch = "scratch";
constexpr const char *kControl = "control";
constexpr const char *kFingerprint = "schema_fingerprint";

// Throws KernelError.
Bytes readObject(const std::string &path) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  Bytes bytes{std::istreambuf_iterator<char>(file), {}};
  if (file.is_open() && !file.bad()) return bytes;
  const int code = errno;
  throw KernelError("load: " + path + ": " + errnoText(code) + (code == ENOENT ? " (build it: npm run build)" : ""), code);
}
}  // namespace

BpfObject::BpfObject(const LoadSettings &settings) : path_(settings.path), btf_(settings.btf), plainCast_(settings.plainCast) {
  try {
    object_ = open();
    setSizes(settings);
    choosePrograms(object_, settings.programs, path_);
    for (const auto &[name, value] : settings.constants) setConstant(name, value);
    checkFingerprint();
    load(object_);
    auto variable = findVariable(object_, kControl);
    if (!variable || variable->size != sizeof(struct control)) {
      throw KernelError("load: " + path_ + ": variable control: not of this build (build it: npm run build)", EINVAL);
    }
    control_ = memory(*variable);
  } catch (...) {
    bpf_object__close(object_);
    throw;
  }
}

BpfObject::~BpfObject() {
  links_.clear();
  sections_.clear();
  for (bpf_object *more : more_) bpf_object__close(more);
  bpf_object__close(object_);
}

void BpfObject::loadMore(const std::vector<std::string> &programs) {
  std::unique_ptr<bpf_object, decltype(&bpf_object__close)> more(open(), bpf_object__close);
  choosePrograms(more.get(), programs, path_);
  // the same file: its maps come in the same order
  bpf_map *ours = nullptr, *theirs = nullptr;
  while ((ours = bpf_object__next_map(object_, ours)) != nullptr && (theirs = bpf_object__next_map(more.get(), theirs)) != nullptr) {
    const int result = bpf_map__fd(ours) < 0 ? 0 : bpf_map__reuse_fd(theirs, bpf_map__fd(ours));
    if (result != 0) throw KernelError(std::string("load: map ") + bpf_map__name(ours) + ": " + errnoText(-result), -result);
  }
  load(more.get());
  more_.push_back(more.release());
}

bpf_object *BpfObject::open() const {
  LibbpfLog log;
  bpf_object_open_opts options = {};
  options.sz = sizeof options;
  if (!btf_.empty()) options.btf_custom_path = btf_.c_str();
  options.object_name = path_.c_str();
  Bytes file = readObject(path_);
  fillPlainCasts(file, plainCast_);
  bpf_object *opened = bpf_object__open_mem(file.data(), file.size(), &options);
  if (opened != nullptr) return opened;
  int code = errno;
  throw KernelError("load: " + path_ + ": " + log.reason(code), code, log.text());
}

void BpfObject::setSizes(const LoadSettings &settings) {
  bpf_map *ring = map("load", kRings[RING_BULK]);
  if (bpf_map__set_max_entries(ring, settings.ringBytes) != 0) throw Misuse("load: the ring's size cannot be set");
  bpf_map *control = bpf_object__find_map_by_name(object_, kRings[RING_CONTROL]);
  if (control != nullptr) bpf_map__set_max_entries(control, settings.controlRingBytes);
  bpf_map *scratch = bpf_object__find_map_by_name(object_, kScratch);
  if (scratch != nullptr) bpf_map__set_max_entries(scratch, static_cast<uint32_t>(libbpf_num_possible_cpus()) * SCRATCH_SLOTS);
}

void BpfObject::choosePrograms(bpf_object *object, const std::vector<std::string> &programs, const std::string &path) {
  bpf_program *each;
  bpf_object__for_each_program(each, object) bpf_program__set_autoload(each, false);
  for (const std::string &name : programs) {
    bpf_program *found = bpf_object__find_program_by_name(object, name.c_str());
    if (found == nullptr) throw Misuse("load: program " + name + ": not in " + path);
    bpf_program__set_autoload(found, true);
  }
}

// An object that was built from other definitions would be decoded wrongly.
void BpfObject::checkFingerprint() const {
  auto variable = findVariable(object_, kFingerprint);
  if (!variable) return;
  size_t size;
  const auto *section = static_cast<const uint8_t *>(bpf_map__initial_value(variable->section, &size));
  uint64_t found = 0;
  if (section != nullptr && variable->offset + sizeof found <= size) memcpy(&found, section + variable->offset, sizeof found);
  if (found == schema::kFingerprint) return;
  throw KernelError("load: " + path_ + ": built from other event definitions than the addon (build both: npm run build)", EINVAL);
}

void BpfObject::setConstant(const std::string &name, const Bytes &value) {
  auto variable = findVariable(object_, name);
  if (!variable || !isSection(variable->section, ".rodata")) throw Misuse("load: constant " + name + ": the object has none of this name");
  if (variable->size != value.size()) {
    throw Misuse("load: constant " + name + ": " + std::to_string(value.size()) + " bytes for " + std::to_string(variable->size));
  }
  size_t size;
  auto *section = static_cast<uint8_t *>(const_cast<void *>(bpf_map__initial_value(variable->section, &size)));
  if (section == nullptr || variable->offset + value.size() > size) throw Misuse("load: constant " + name + ": outside of its section");
  memcpy(section + variable->offset, value.data(), value.size());
}

// libbpf lifts RLIMIT_MEMLOCK itself where the kernel still counts BPF memory against it (before 5.11).
void BpfObject::load(bpf_object *object) const {
  LibbpfLog log;
  int result = bpf_object__load(object);
  if (result != 0) {
    int code = -result;
    std::string failed = log.program();
    std::string what = failed.empty() ? path_ : "program " + failed;
    throw KernelError("load: " + what + ": " + log.reason(code), code, log.text());
  }
}

bpf_program *BpfObject::program(const char *operation, const std::string &name) const {
  for (auto more = more_.rbegin(); more != more_.rend(); ++more) {
    bpf_program *newer = bpf_object__find_program_by_name(*more, name.c_str());
    if (newer != nullptr && bpf_program__fd(newer) >= 0) return newer;
  }
  bpf_program *found = bpf_object__find_program_by_name(object_, name.c_str());
  if (found == nullptr) throw Misuse(std::string(operation) + ": program " + name + ": not in " + path_);
  return found;
}

bpf_map *BpfObject::map(const char *operation, const std::string &name) const {
  bpf_map *found = bpf_object__find_map_by_name(object_, name.c_str());
  if (found == nullptr) throw Misuse(std::string(operation) + ": map " + name + ": not in " + path_);
  return found;
}

std::unique_ptr<Ring> BpfObject::ring(enum ring_id id) const {
  const bpf_map *found = bpf_object__find_map_by_name(object_, kRings[id]);
  return found == nullptr ? nullptr : std::make_unique<Ring>(bpf_map__fd(found), bpf_map__max_entries(found));
}

// As the programs have it: the constant that was loaded with them.
std::vector<uint16_t> BpfObject::controlEvents() const {
  std::vector<uint16_t> ids;
  const auto variable = findVariable(object_, kControlEvents);
  if (!variable) return ids;
  size_t size;
  const auto *section = static_cast<const uint8_t *>(bpf_map__initial_value(variable->section, &size));
  if (section == nullptr || variable->offset + variable->size > size) return ids;
  for (size_t id = 0; id < variable->size; id++) {
    if (section[variable->offset + id] != 0) ids.push_back(static_cast<uint16_t>(id));
  }
  return ids;
}

int BpfObject::mapFd(const char *name) const {
  const bpf_map *found = bpf_object__find_map_by_name(object_, name);
  return found == nullptr ? -1 : bpf_map__fd(found);
}

int BpfObject::throttledFd() const { return mapFd(kThrottled); }

int BpfObject::cgroupCountsFd() const { return mapFd(kCgroupCounts); }

size_t BpfObject::cgroupCounts() const {
  const bpf_map *found = bpf_object__find_map_by_name(object_, kCgroupCounts);
  return found == nullptr ? 0 : bpf_map__max_entries(found);
}

int BpfObject::countersFd() const { return mapFd(kCounters); }

uint32_t *BpfObject::needWakeup() const { return reinterpret_cast<uint32_t *>(control_ + offsetof(struct control, need_wakeup)); }

uint64_t *BpfObject::pulse() const { return reinterpret_cast<uint64_t *>(control_ + offsetof(struct control, pulse)); }

// The live memory of a mutable variable.
uint8_t *BpfObject::memory(const Variable &variable) {
  auto [section, fresh] = sections_.try_emplace(variable.section);
  if (fresh) section->second = MappedSection(variable.section);
  return section->second.data() + variable.offset;
}
