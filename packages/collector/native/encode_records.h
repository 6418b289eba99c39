// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <napi.h>

// encodeRecords(records: Uint8Array, residue?: Uint8Array): Uint8Array, for tests and benchmarks: the frames of records (each u32 LE
// length + bytes), those that are not of this schema, and those that the residue of the filters refuses, left out.
Napi::Value encodeRecords(const Napi::CallbackInfo &info);
