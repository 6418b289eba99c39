// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <napi.h>

#include "kernel_error.h"
#include "pipeline.h"

// Counters of src/native.ts.
Napi::Object toJs(Napi::Env env, const Totals &totals);

// An Error with `code` (errno name) and `log`.
Napi::Array toJs(Napi::Env env, const std::vector<ContainerChange> &changes);
Napi::Error toJs(Napi::Env env, const KernelError &error);

// Runs the body of an N-API function: what it throws becomes a JavaScript error with its stack.
template <typename Body>
auto guarded(Napi::Env env, Body body) -> decltype(body()) {
  try {
    return body();
  } catch (const KernelError &error) {
    throw toJs(env, error);
  } catch (const Misuse &error) {
    throw Napi::Error::New(env, error.what());
  }
}
