// SPDX-License-Identifier: Apache-2.0
#include "js_values.h"

#include <uv.h>

namespace {

void setCount(Napi::Object object, const char *name, uint64_t count) { object.Set(name, Napi::BigInt::New(object.Env(), count)); }

Napi::Object toJs(Napi::Env env, const EventTotals &event) {
  Napi::Object object = Napi::Object::New(env);
  object.Set("id", Napi::Number::New(env, event.id));
  setCount(object, "produced", event.produced);
  setCount(object, "delivered", event.delivered);
  setCount(object, "ringFull", event.ringFull);
  setCount(object, "tooLarge", event.tooLarge);
  setCount(object, "queueFull", event.queueFull);
  setCount(object, "filtered", event.filtered);
  setCount(object, "throttled", event.throttled);
  return object;
}

}  // namespace

Napi::Object toJs(Napi::Env env, const Totals &totals) {
  Napi::Object object = Napi::Object::New(env);
  setCount(object, "written", totals.written);
  setCount(object, "bytes", totals.bytes);
  setCount(object, "consumed", totals.consumed);
  setCount(object, "decodeErrors", totals.decodeErrors);
  setCount(object, "queueFull", totals.queueFull);
  setCount(object, "undescribed", totals.undescribed);
  object.Set("queued", Napi::Number::New(env, static_cast<double>(totals.queued)));
  object.Set("spilled", Napi::Number::New(env, static_cast<double>(totals.spilled)));
  setCount(object, "recovered", totals.recovered);
  setCount(object, "resent", totals.resent);
  setCount(object, "damagedSegments", totals.damagedSegments);
  object.Set("memoryRefused", Napi::Boolean::New(env, totals.memoryRefused));
  object.Set("reader", Napi::Boolean::New(env, totals.reader));
  if (!totals.error.empty()) object.Set("error", Napi::String::New(env, totals.error));
  Napi::Array events = Napi::Array::New(env, totals.events.size());
  for (uint32_t i = 0; i < totals.events.size(); i++) events.Set(i, toJs(env, totals.events[i]));
  object.Set("events", events);
  return object;
}

Napi::Array toJs(Napi::Env env, const std::vector<ContainerChange> &changes) {
  static constexpr const char *kKinds[] = {"existing", "created", "removed", "event", "host"};
  Napi::Array list = Napi::Array::New(env, changes.size());
  for (uint32_t i = 0; i < changes.size(); i++) {
    const ContainerChange &change = changes[i];
    Napi::Object object = Napi::Object::New(env);
    object.Set("kind", Napi::String::New(env, kKinds[change.kind]));
    object.Set("index", Napi::Number::New(env, change.index));
    object.Set("cgroup", Napi::BigInt::New(env, change.cgroup));
    object.Set("containerId", Napi::String::New(env, change.id));
    object.Set("runtime", Napi::String::New(env, change.runtime));
    object.Set("path", Napi::String::New(env, change.path));
    object.Set("isRoot", Napi::Boolean::New(env, change.isRoot));
    if (!change.frame.empty()) object.Set("frame", Napi::Buffer<uint8_t>::Copy(env, change.frame.data(), change.frame.size()));
    list.Set(i, object);
  }
  return list;
}

Napi::Error toJs(Napi::Env env, const KernelError &error) {
  Napi::Error object = Napi::Error::New(env, error.what());
  object.Set("code", Napi::String::New(env, uv_err_name(-error.code)));
  object.Set("log", Napi::String::New(env, error.log));
  return object;
}
