// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <napi.h>

// dropPrivileges of src/native.ts.
Napi::Value dropPrivileges(const Napi::CallbackInfo &info);
