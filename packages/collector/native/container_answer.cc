// SPDX-License-Identifier: Apache-2.0
#include "container_answer.h"

#include <algorithm>
#include <optional>

#include "arguments.h"
#include "js_values.h"
#include "residue.h"

Description requireDescription(Napi::Value value, const char *message) {
  const std::vector<std::string> texts = requireTexts(value, message);
  require(texts.size() >= Description::kSubjects && (texts.size() - Description::kSubjects) % 2 == 0, message);
  Description description;
  std::copy_n(texts.begin(), Description::kSubjects, description.texts.begin());
  for (size_t i = Description::kSubjects; i < texts.size(); i += 2) description.labels.emplace_back(texts[i], texts[i + 1]);
  return description;
}

Napi::Value containerAnswer(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    const Residue residue(requireBytes(info[0], "containerAnswer: a residue is needed"));
    const std::string id = requireText(info[1], "containerAnswer: an id is needed");
    require(info[2].IsBoolean(), "containerAnswer: whether it is new is needed");
    std::optional<Description> description;
    if (!info[3].IsUndefined()) description = requireDescription(info[3], "containerAnswer: the texts of a description are needed");
    const ContainerAnswer answer = residue.containers().answer(id, info[2].ToBoolean(), description ? &*description : nullptr);
    Napi::Array bitmaps = Napi::Array::New(info.Env());
    uint32_t at = 0;
    for (const uint64_t bitmap : {answer.takes, answer.open, answer.openTakes}) bitmaps.Set(at++, Napi::BigInt::New(info.Env(), bitmap));
    return bitmaps;
  });
}
