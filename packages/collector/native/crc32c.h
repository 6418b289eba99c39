// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>

// CRC-32C (Castagnoli), as in iSCSI (RFC 3720).
uint32_t crc32c(const uint8_t *data, size_t bytes);
