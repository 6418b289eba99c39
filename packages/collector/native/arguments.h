// SPDX-License-Identifier: Apache-2.0
// What the TypeScript side promised, as assertions: each throws Misuse with its own message.
#pragma once
#include <napi.h>

#include <string>
#include <vector>

#include "bpf_object.h"
#include "kernel_error.h"

inline void require(bool condition, const char *message) {
  if (!condition) throw Misuse(message);
}

inline std::string requireText(Napi::Value value, const char *message) {
  require(value.IsString(), message);
  return value.As<Napi::String>().Utf8Value();
}

inline int64_t requireInteger(Napi::Value value, int64_t least, int64_t most, const char *message) {
  require(value.IsNumber(), message);
  const double number = value.As<Napi::Number>().DoubleValue();
  require(number >= static_cast<double>(least) && number <= static_cast<double>(most), message);
  require(number == static_cast<double>(static_cast<int64_t>(number)), message);
  return static_cast<int64_t>(number);
}

inline Napi::Object requireObject(Napi::Value value, const char *message) {
  require(value.IsObject(), message);
  return value.As<Napi::Object>();
}

inline Napi::Function requireFunction(Napi::Value value, const char *message) {
  require(value.IsFunction(), message);
  return value.As<Napi::Function>();
}

inline Bytes requireBytes(Napi::Value value, const char *message) {
  require(value.IsTypedArray() && value.As<Napi::TypedArray>().TypedArrayType() == napi_uint8_array, message);
  auto array = value.As<Napi::Uint8Array>();
  return array.ByteLength() == 0 ? Bytes{} : Bytes(array.Data(), array.Data() + array.ByteLength());
}

inline std::vector<std::string> requireTexts(Napi::Value value, const char *message) {
  require(value.IsArray(), message);
  auto array = value.As<Napi::Array>();
  std::vector<std::string> texts;
  for (uint32_t i = 0; i < array.Length(); i++) texts.push_back(requireText(array.Get(i), message));
  return texts;
}
