// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <napi.h>

// argumentPlace(eventId: number, index: number | undefined): number
Napi::Value argumentPlace(const Napi::CallbackInfo &info);
