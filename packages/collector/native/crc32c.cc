// SPDX-License-Identifier: Apache-2.0
#include "crc32c.h"

#include <array>
#include <cstring>

namespace {

constexpr uint32_t kReversedPolynomial = 0x82f63b78;

constexpr std::array<uint32_t, 256> makeTable() {
  std::array<uint32_t, 256> table{};
  for (uint32_t byte = 0; byte < 256; byte++) {
    uint32_t value = byte;
    for (int bit = 0; bit < 8; bit++) value = (value >> 1) ^ (value & 1 ? kReversedPolynomial : 0);
    table[byte] = value;
  }
  return table;
}
constexpr std::array<uint32_t, 256> kTable = makeTable();

uint32_t byTable(uint32_t crc, const uint8_t *data, size_t bytes) {
  for (size_t i = 0; i < bytes; i++) crc = (crc >> 8) ^ kTable[(crc ^ data[i]) & 0xff];
  return crc;
}

#if defined(__x86_64__)
// The processor's own instruction: some 20 times faster.
__attribute__((target("sse4.2"))) uint32_t byInstruction(uint32_t crc, const uint8_t *data, size_t bytes) {
  uint64_t wide = crc;
  for (; bytes >= sizeof(uint64_t); data += sizeof(uint64_t), bytes -= sizeof(uint64_t)) {
    uint64_t word;
    memcpy(&word, data, sizeof word);
    wide = __builtin_ia32_crc32di(wide, word);
  }
  return byTable(static_cast<uint32_t>(wide), data, bytes);
}
#endif

}  // namespace

uint32_t crc32c(const uint8_t *data, size_t bytes) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("sse4.2")) return ~byInstruction(~0u, data, bytes);
#endif
  return ~byTable(~0u, data, bytes);
}
