// SPDX-License-Identifier: Apache-2.0
// Collectors that run on this machine, seen from outside: by the programs and maps in the kernel, whoever loaded them.
#include "program_statistics.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "arguments.h"
#include "cgroup_counts.h"
#include "js_values.h"
#include "kernel_counters.h"
#include "kernel_error.h"

namespace {

constexpr const char *kCounters = "counters";
constexpr const char *kCgroupCounts = "cgroup_counts";

// A descriptor that is closed behind its use.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  Descriptor(const Descriptor &) = delete;
  Descriptor &operator=(const Descriptor &) = delete;
  int get() const { return fd_; }

 private:
  const int fd_;
};

struct Program {
  uint32_t btf;
  std::string name;
  uint64_t runs;
  uint64_t runTimeNs;
  std::optional<uint32_t> counters;  // the map, by its number
};

using Types = std::map<uint32_t, std::shared_ptr<btf>>;

// All 0 where it cannot be had.
bpf_map_info infoOf(const Descriptor &map) {
  bpf_map_info info = {};
  __u32 size = sizeof info;
  if (map.get() < 0 || bpf_obj_get_info_by_fd(map.get(), &info, &size) != 0) return {};
  return info;
}

bool isCounters(uint32_t id) {
  const bpf_map_info info = infoOf(Descriptor(bpf_map_get_fd_by_id(id)));
  return info.type == BPF_MAP_TYPE_PERCPU_ARRAY && info.value_size == sizeof(struct event_counters) && info.max_entries == EVENT_IDS &&
         std::string(info.name) == kCounters;
}

// The kernel keeps 15 bytes of a program's name; the whole stands in the types of its object, at its first function.
std::string wholeName(const bpf_prog_info &info, const bpf_func_info &function, Types &types) {
  auto [found, fresh] = types.try_emplace(info.btf_id);
  if (fresh) found->second.reset(btf__load_from_kernel_by_id(info.btf_id), btf__free);
  const btf_type *type = found->second ? btf__type_by_id(found->second.get(), function.type_id) : nullptr;
  return type == nullptr ? info.name : btf__name_by_offset(found->second.get(), type->name_off);
}

// What could not be asked of has gone.
std::optional<Program> programOf(uint32_t id, Types &types) {
  const Descriptor program(bpf_prog_get_fd_by_id(id));
  if (program.get() < 0) return std::nullopt;
  std::vector<uint32_t> maps(64);
  bpf_func_info function = {};
  bpf_prog_info info = {};
  __u32 size = sizeof info;
  info.nr_map_ids = static_cast<uint32_t>(maps.size());
  info.map_ids = reinterpret_cast<uintptr_t>(maps.data());
  info.nr_func_info = 1;
  info.func_info_rec_size = sizeof function;
  info.func_info = reinterpret_cast<uintptr_t>(&function);
  if (bpf_obj_get_info_by_fd(program.get(), &info, &size) != 0 || info.btf_id == 0) return std::nullopt;
  Program found{info.btf_id, wholeName(info, function, types), info.run_cnt, info.run_time_ns, std::nullopt};
  for (uint32_t i = 0; i < std::min<size_t>(info.nr_map_ids, maps.size()); i++) {
    if (isCounters(maps[i])) found.counters = maps[i];
  }
  return found;
}

}  // namespace

// Counted while the descriptor is open: however the process ends, the kernel stops then, unless others have asked too.
Napi::Value enableStatistics(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    static int enabled = -1;
    if (enabled < 0) enabled = bpf_enable_stats(BPF_STATS_RUN_TIME);
    if (enabled < 0) throw KernelError("enable BPF statistics: " + errnoText(errno), errno);
    return info.Env().Undefined();
  });
}

Napi::Value programStatistics(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    Types types;
    std::vector<Program> programs;
    std::map<uint32_t, uint32_t> collectors;  // by the types of an object: its counters
    for (uint32_t id = 0; bpf_prog_get_next_id(id, &id) == 0;) {
      auto found = programOf(id, types);
      if (!found) continue;
      if (found->counters) collectors[found->btf] = *found->counters;
      programs.push_back(std::move(*found));
    }
    if (errno != ENOENT) throw KernelError("list BPF programs: " + errnoText(errno), errno);
    Napi::Array list = Napi::Array::New(info.Env());
    for (const Program &program : programs) {
      const auto collector = collectors.find(program.btf);
      if (collector == collectors.end()) continue;
      Napi::Object each = Napi::Object::New(info.Env());
      each.Set("collector", collector->second);
      each.Set("program", program.name);
      each.Set("runs", Napi::BigInt::New(info.Env(), program.runs));
      each.Set("runTimeNs", Napi::BigInt::New(info.Env(), program.runTimeNs));
      list.Set(list.Length(), each);
    }
    return list;
  });
}

Napi::Value countersOf(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    const Descriptor map(bpf_map_get_fd_by_id(static_cast<uint32_t>(requireInteger(info[0], 0, UINT32_MAX, "countersOf: a number is needed"))));
    Napi::Array list = Napi::Array::New(info.Env());
    if (map.get() < 0) return list;
    for (const KernelCount &count : KernelCounters(map.get()).byEvent()) {
      Napi::Object each = Napi::Object::New(info.Env());
      each.Set("id", count.eventId);
      each.Set("produced", Napi::BigInt::New(info.Env(), count.produced));
      each.Set("lost", Napi::BigInt::New(info.Env(), count.ringFull + count.tooLarge + count.throttled));
      list.Set(list.Length(), each);
    }
    return list;
  });
}

// No program uses the map: it is the one of that name whose types are those of the same object.
Napi::Value cgroupCountsOf(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    const auto collector = static_cast<uint32_t>(requireInteger(info[0], 0, UINT32_MAX, "cgroupCountsOf: a number is needed"));
    const uint32_t types = infoOf(Descriptor(bpf_map_get_fd_by_id(collector))).btf_id;
    Napi::Array list = Napi::Array::New(info.Env());
    for (uint32_t id = 0; types != 0 && bpf_map_get_next_id(id, &id) == 0;) {
      const Descriptor map(bpf_map_get_fd_by_id(id));
      const bpf_map_info found = infoOf(map);
      if (found.btf_id != types || found.name != std::string(kCgroupCounts) || found.value_size != sizeof(struct cgroup_count)) continue;
      const MappedCgroupCounts counts(map.get(), found.max_entries, false);
      for (size_t i = 0; i < counts.count(); i++) {
        const struct cgroup_count count = counts.data()[i];
        if (count.events + count.lost == 0) continue;
        Napi::Object each = Napi::Object::New(info.Env());
        each.Set("cgroup", Napi::BigInt::New(info.Env(), uint64_t{count.cgroup_id}));
        each.Set("containerId", std::string(count.container, strnlen(count.container, sizeof count.container)));
        each.Set("name", std::string(count.name, strnlen(count.name, sizeof count.name)));
        each.Set("events", Napi::BigInt::New(info.Env(), uint64_t{count.events}));
        each.Set("lost", Napi::BigInt::New(info.Env(), uint64_t{count.lost}));
        list.Set(list.Length(), each);
      }
      break;
    }
    return list;
  });
}
