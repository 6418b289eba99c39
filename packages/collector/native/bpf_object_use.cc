// SPDX-License-Identifier: Apache-2.0
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "bpf_object.h"
#include "kallsyms.h"
#include "kernel_error.h"
#include "libbpf_log.h"

namespace {

[[noreturn]] void refuse(const std::string &operation, int result) {
  throw KernelError(operation + ": " + errnoText(-result), -result);
}

void requireSize(const std::string &operation, const char *what, size_t have, size_t want) {
  if (have == want) return;
  throw Misuse(operation + ": " + what + " of " + std::to_string(have) + " bytes (the map's is " + std::to_string(want) + ")");
}

// Programs that were running when their link went are done: they run inside an RCU read side, and this waits for a grace period.
void waitForRunningPrograms() {
  constexpr useconds_t kLongestProgramUs = 20'000;
  if (syscall(SYS_membarrier, MEMBARRIER_CMD_GLOBAL, 0, 0) != 0) usleep(kLongestProgramUs);
}

}  // namespace

void BpfObject::setGlobal(const std::string &name, size_t offset, const Bytes &value) {
  auto variable = findVariable(object_, name);
  if (!variable || isSection(variable->section, ".rodata")) {
    throw Misuse("setGlobal: " + name + ": the object has no such mutable variable");
  }
  if (offset > variable->size || value.size() > variable->size - offset) {
    throw Misuse("setGlobal: " + name + ": " + std::to_string(value.size()) + " bytes at " + std::to_string(offset) +
                 " (it has " + std::to_string(variable->size) + ")");
  }
  memcpy(memory(*variable) + offset, value.data(), value.size());
}

void BpfObject::updateMap(const std::string &name, const Bytes &key, const Bytes &value) {
  const std::string operation = "updateMap: " + name;
  bpf_map *target = map("updateMap", name);
  requireSize(operation, "a key", key.size(), bpf_map__key_size(target));
  requireSize(operation, "a value", value.size(), bpf_map__value_size(target));
  int result = bpf_map__update_elem(target, key.data(), key.size(), value.data(), value.size(), BPF_ANY);
  if (result != 0) refuse(operation, result);
}

void BpfObject::deleteFromMap(const std::string &name, const Bytes &key) {
  const std::string operation = "deleteFromMap: " + name;
  bpf_map *target = map("deleteFromMap", name);
  requireSize(operation, "a key", key.size(), bpf_map__key_size(target));
  int result = bpf_map__delete_elem(target, key.data(), key.size(), 0);
  if (result != 0) refuse(operation, result);
}

void BpfObject::clearBank(const std::string &name, uint32_t bank) {
  bpf_map *target = map("clearBank", name);
  const size_t size = bpf_map__key_size(target);
  Bytes key(size), next(size);
  std::vector<Bytes> found;
  // of a trie, the number of bits comes before it
  const size_t place = bpf_map__type(target) == BPF_MAP_TYPE_LPM_TRIE ? sizeof(uint32_t) : 0;
  for (bool first = true; bpf_map__get_next_key(target, first ? nullptr : key.data(), next.data(), size) == 0; first = false) {
    uint32_t word;
    memcpy(&word, next.data() + place, sizeof word);
    if (word % 2 == bank) found.push_back(next);
    key = next;
  }
  // one that a program has deleted meanwhile is as well
  for (const Bytes &each : found) bpf_map__delete_elem(target, each.data(), size, 0);
}

void BpfObject::waitForPrograms() { waitForRunningPrograms(); }

void BpfObject::setProgram(const std::string &name, uint32_t index, const std::string &programName) {
  bpf_map *target = map("setProgram", name);
  int fd = bpf_program__fd(program("setProgram", programName));
  if (fd < 0) throw Misuse("setProgram: program " + programName + ": not loaded (name it in load)");
  if (bpf_map__type(target) != BPF_MAP_TYPE_PROG_ARRAY) throw Misuse("setProgram: map " + name + ": not a map of programs");
  int result = bpf_map__update_elem(target, &index, sizeof index, &fd, sizeof fd, BPF_ANY);
  if (result != 0) refuse("setProgram: " + name + "[" + std::to_string(index) + "] = program " + programName, result);
}

std::vector<AttachResult> BpfObject::attach(const std::vector<std::string> &programs) {
  for (const std::string &name : programs) {
    if (bpf_program__fd(program("attach", name)) < 0) throw Misuse("attach: program " + name + ": not loaded (name it in load)");
  }
  std::vector<AttachResult> results;
  for (const std::string &name : programs) results.push_back({name, attachOne(name)});
  return results;
}

std::string BpfObject::attachOne(const std::string &name) {
  LibbpfLog log;
  bpf_program *wanted = program("attach", name);
  bpf_link *link = bpf_program__attach(wanted);
  if (link == nullptr) {
    const int code = errno;
    // a name that several functions have: the kernel refuses it, and takes their addresses
    if (code == EADDRNOTAVAIL && attachEachFunction(wanted)) return {};
    return log.reason(code);
  }
  links_.emplace_back(name, link, bpf_program__fd(wanted));
  return {};
}

bool BpfObject::attachEachFunction(bpf_program *wanted) {
  const std::string section = bpf_program__section_name(wanted);
  const size_t slash = section.find('/');
  const bool atReturn = section.compare(0, slash, "kretprobe") == 0;
  if (slash == std::string::npos || (!atReturn && section.compare(0, slash, "kprobe") != 0)) return false;
  size_t attached = 0;
  for (uint64_t address : functionAddresses(section.substr(slash + 1))) {
    bpf_kprobe_opts options = {};
    options.sz = sizeof options;
    options.offset = address;
    options.retprobe = atReturn;
    bpf_link *link = bpf_program__attach_kprobe_opts(wanted, nullptr, &options);
    if (link == nullptr) continue;
    links_.emplace_back(bpf_program__name(wanted), link, bpf_program__fd(wanted));
    attached++;
  }
  return attached > 0;
}

void BpfObject::detach(const std::vector<std::string> &programs, bool older) {
  const auto isNamed = [&](const std::string &name) { return std::find(programs.begin(), programs.end(), name) != programs.end(); };
  const auto goes = [&](const Link &link) {
    return isNamed(link.program()) && !(older && link.programFd() == bpf_program__fd(program("detach", link.program())));
  };
  std::vector<int> ended;
  for (const Link &link : links_) {
    if (goes(link)) ended.push_back(link.programFd());
  }
  links_.erase(std::remove_if(links_.begin(), links_.end(), goes), links_.end());
  if (!older) missing_.erase(std::remove_if(missing_.begin(), missing_.end(), isNamed), missing_.end());
  const auto unload = [&](bpf_object *object) {
    bool isEmpty = true;
    bpf_program *each;
    bpf_object__for_each_program(each, object) {
      const int fd = bpf_program__fd(each);
      if (fd >= 0 && std::find(ended.begin(), ended.end(), fd) != ended.end()) bpf_program__unload(each);
      isEmpty = isEmpty && bpf_program__fd(each) < 0;
    }
    return isEmpty;
  };
  unload(object_);
  const auto closes = [&](bpf_object *more) {
    if (!unload(more)) return false;
    bpf_object__close(more);
    return true;
  };
  more_.erase(std::remove_if(more_.begin(), more_.end(), closes), more_.end());
}

std::vector<LostLink> BpfObject::repairLinks() {
  std::vector<LostLink> lost = endedLinks();
  for (LostLink &each : lost) {
    each.error = attachOne(each.program);
    if (!each.error.empty()) missing_.push_back(each.program);
  }
  const auto comesBack = [&](const std::string &name) {
    const auto isNow = [&](const LostLink &one) { return one.program == name; };
    if (std::any_of(lost.begin(), lost.end(), isNow) || !attachOne(name).empty()) return false;
    lost.push_back({name, "it could not be attached before", {}});
    return true;
  };
  missing_.erase(std::remove_if(missing_.begin(), missing_.end(), comesBack), missing_.end());
  return lost;
}

// Takes them out. Of a program with several links (attachEachFunction), all: they are made anew.
std::vector<LostLink> BpfObject::endedLinks() {
  std::vector<LostLink> ended;
  const auto isEnded = [&](const Link &link) {
    return std::any_of(ended.begin(), ended.end(), [&](const LostLink &one) { return one.program == link.program(); });
  };
  for (Link &link : links_) {
    const std::string found = link.fault();
    if (found.empty()) continue;
    link.forget();
    if (!isEnded(link)) ended.push_back({link.program(), found, {}});
  }
  links_.erase(std::remove_if(links_.begin(), links_.end(), isEnded), links_.end());
  return ended;
}

void BpfObject::detach() {
  if (links_.empty()) return;
  links_.clear();
  waitForRunningPrograms();
}
