// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <bpf/libbpf.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

// Where a global variable of a BPF object lies: the section's map, and the place in it.
struct Variable {
  bpf_map *section;
  size_t offset;
  size_t size;
};

std::optional<Variable> findVariable(bpf_object *object, const std::string &name);

// Whether `map` is the section (".bss", ".data", ".rodata"): libbpf names it with the start of the object's name in front.
bool isSection(const bpf_map *map, const char *section);

// A section's memory, shared with the BPF programs.
class MappedSection {
 public:
  MappedSection() = default;
  explicit MappedSection(const bpf_map *section);
  ~MappedSection();
  MappedSection(MappedSection &&other) noexcept;
  MappedSection &operator=(MappedSection &&other) noexcept;

  uint8_t *data() const { return data_; }

 private:
  uint8_t *data_ = nullptr;
  size_t size_ = 0;
};
