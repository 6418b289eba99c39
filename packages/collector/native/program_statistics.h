// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <napi.h>

// enableStatistics, programStatistics, countersOf and cgroupCountsOf of src/native.ts.
Napi::Value enableStatistics(const Napi::CallbackInfo &info);
Napi::Value programStatistics(const Napi::CallbackInfo &info);
Napi::Value countersOf(const Napi::CallbackInfo &info);
Napi::Value cgroupCountsOf(const Napi::CallbackInfo &info);
