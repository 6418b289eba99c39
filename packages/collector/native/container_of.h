// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <napi.h>

// containerOf(path: string): {id, runtime, isRoot}
Napi::Value containerOfPath(const Napi::CallbackInfo &info);
