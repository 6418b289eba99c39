// SPDX-License-Identifier: Apache-2.0
#include "kallsyms.h"

#include <cinttypes>
#include <cstdio>
#include <memory>

std::vector<uint64_t> functionAddresses(const std::string &name) {
  std::vector<uint64_t> addresses;
  std::unique_ptr<FILE, int (*)(FILE *)> symbols(fopen("/proc/kallsyms", "re"), fclose);
  if (!symbols) return addresses;
  char line[512];
  while (fgets(line, sizeof line, symbols.get()) != nullptr) {
    uint64_t address;
    char type;
    char symbol[256];
    char module[256];
    const int fields = sscanf(line, "%" SCNx64 " %c %255s %255s", &address, &type, symbol, module);
    if (fields == 3 && address != 0 && (type == 't' || type == 'T') && name == symbol) addresses.push_back(address);
  }
  return addresses;
}
