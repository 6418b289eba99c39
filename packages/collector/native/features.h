// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <napi.h>

// What this kernel lets BPF do, each tried, or the one that is named: an array of { name, error? } (src/native.ts).
Napi::Value features(const Napi::CallbackInfo &info);
