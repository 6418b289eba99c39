// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <cstring>
#include <unordered_map>
#include <vector>

// Host names by index. A container can rename itself without end, so only the latest kHosts are kept: the oldest index is defined anew,
// which the stream allows.
class HostNames {
 public:
  static constexpr uint32_t kNameBytes = 16;
  static constexpr uint32_t kHosts = 4096;
  // Of the dictionary frame that index() may write.
  static constexpr uint32_t kFrameBytes = 6 + 3 + 2 + 5 + 3 + kNameBytes;

  // The index of a name of 16 bytes, padded with NUL; 0 for none. One that is new gets its dictionary frame written at `at`.
  uint32_t index(const uint8_t *name, uint8_t *&at) {
    Name wanted;
    memcpy(&wanted, name, sizeof wanted);
    return wanted == last_ ? lastIndex_ : find(wanted, at);
  }

 private:
  struct Name {
    uint64_t words[2];
    bool operator==(const Name &other) const { return words[0] == other.words[0] && words[1] == other.words[1]; }
  };
  struct Hash {
    size_t operator()(const Name &name) const { return (name.words[0] * 0x9e3779b97f4a7c15u) ^ name.words[1]; }
  };

  uint32_t find(const Name &name, uint8_t *&at);
  uint32_t define(const Name &name, uint8_t *&at);

  Name last_{};
  uint32_t lastIndex_ = 0;
  std::unordered_map<Name, uint32_t, Hash> indexes_;
  std::vector<Name> names_;
  uint32_t oldest_ = 0;
};
