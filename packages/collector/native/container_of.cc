// SPDX-License-Identifier: Apache-2.0
#include "container_of.h"

#include "arguments.h"
#include "container_path.h"
#include "js_values.h"

Napi::Value containerOfPath(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    const ContainerName container = containerOf(requireText(info[0], "containerOf: a path is needed"));
    Napi::Object object = Napi::Object::New(info.Env());
    object.Set("id", container.id);
    object.Set("runtime", container.runtime);
    object.Set("isRoot", Napi::Boolean::New(info.Env(), container.isRoot));
    return object;
  });
}
