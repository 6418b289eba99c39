// SPDX-License-Identifier: Apache-2.0
#include "argument_place.h"

#include <cstddef>

#include "arguments.h"
#include "event_layout.h"
#include "js_values.h"

Napi::Value argumentPlace(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    require(info[0].IsNumber(), "argumentPlace: an event id is needed");
    const uint32_t id = info[0].As<Napi::Number>().Uint32Value();
    require(id <= schema::kEventIdMax && isKnownEvent(static_cast<uint16_t>(id)), "argumentPlace: no event of this schema");
    if (!info[1].IsNumber()) return Napi::Number::New(info.Env(), offsetof(struct event_context, ret));
    const uint32_t index = info[1].As<Napi::Number>().Uint32Value();
    require(index < kEventLayouts[id].argc, "argumentPlace: an argument that the event lacks");
    const schema::Argument &argument = schema::kArguments[kEventLayouts[id].first + index];
    return Napi::Number::New(info.Env(), static_cast<double>(schema::kContextBytes + argument.offset));
  });
}
