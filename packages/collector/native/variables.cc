// SPDX-License-Identifier: Apache-2.0
#include "variables.h"

#include <bpf/btf.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "kernel_error.h"

bool isSection(const bpf_map *map, const char *section) {
  const char *name = bpf_map__name(map);
  const char *dot = strchr(name, '.');
  return dot != nullptr && strcmp(dot, section) == 0;
}

static std::optional<Variable> findInSection(const btf *types, bpf_map *section, const char *sectionName,
                                             const std::string &name) {
  int id = btf__find_by_name_kind(types, sectionName, BTF_KIND_DATASEC);
  if (id < 0) return std::nullopt;
  const btf_type *datasec = btf__type_by_id(types, id);
  const btf_var_secinfo *place = btf_var_secinfos(datasec);
  for (int i = 0; i < btf_vlen(datasec); i++, place++) {
    const btf_type *variable = btf__type_by_id(types, place->type);
    if (name == btf__name_by_offset(types, variable->name_off)) return Variable{section, place->offset, place->size};
  }
  return std::nullopt;
}

std::optional<Variable> findVariable(bpf_object *object, const std::string &name) {
  const btf *types = bpf_object__btf(object);
  if (types == nullptr) return std::nullopt;
  bpf_map *map;
  bpf_object__for_each_map(map, object) {
    for (const char *section : {".bss", ".data", ".rodata"}) {
      if (!isSection(map, section)) continue;
      if (auto found = findInSection(types, map, section, name)) return found;
    }
  }
  return std::nullopt;
}

MappedSection::MappedSection(const bpf_map *section) {
  size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  size_ = (bpf_map__value_size(section) + page - 1) / page * page;
  void *data = mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_SHARED, bpf_map__fd(section), 0);
  if (data == MAP_FAILED) {
    int code = errno;
    throw KernelError(std::string("load: map ") + bpf_map__name(section) + ": mmap: " + errnoText(code), code);
  }
  data_ = static_cast<uint8_t *>(data);
}

MappedSection::~MappedSection() {
  if (data_ != nullptr) munmap(data_, size_);
}

MappedSection::MappedSection(MappedSection &&other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(other.size_) {}

MappedSection &MappedSection::operator=(MappedSection &&other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}
