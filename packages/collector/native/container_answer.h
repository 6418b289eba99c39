// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <napi.h>

#include "container_filters.h"

// A description from texts as src/filter/container_match.ts makes them: those of the subjects, then keys and values of labels.
Description requireDescription(Napi::Value value, const char *message);

// For tests: what the filters of a residue make of a container, as three bitmaps: scopes that take it, those that wait for a description,
// and those of them that take it without.
Napi::Value containerAnswer(const Napi::CallbackInfo &info);
