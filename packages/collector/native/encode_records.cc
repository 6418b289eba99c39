// SPDX-License-Identifier: Apache-2.0
#include "encode_records.h"

#include "arguments.h"
#include "encoder.h"
#include "js_values.h"
#include "residue.h"

namespace {

Bytes encodeAll(Encoder &encoder, const Bytes &records, const Residue *residue) {
  Bytes chunk(Queue::kChunkBytes);
  Bytes frames;
  Output out{chunk.data(), chunk.data() + chunk.size()};
  auto flush = [&] {
    frames.insert(frames.end(), chunk.data(), out.at);
    out.at = chunk.data();
  };
  for (size_t at = 0; at < records.size();) {
    require(records.size() - at >= sizeof(uint32_t), "encodeRecords: a length is cut");
    const uint32_t length = load<uint32_t>(records.data() + at);
    at += sizeof length;
    require(length <= records.size() - at, "encodeRecords: a record is cut");
    // A copy of its own size, so that a tool which watches memory sees every byte read outside of it.
    const std::unique_ptr<uint8_t[]> record(new uint8_t[length]);
    memcpy(record.get(), records.data() + at, length);
    at += length;
    const Record whole{record.get(), length};
    if (whole.hasContext() && whole.isProgram()) {
      encoder.executables().note(whole);
      continue;
    }
    const uint64_t scopes = whole.hasContext() ? (residue == nullptr ? whole.scopes() : residue->scopesLeft(whole)) : 0;
    if (residue != nullptr && scopes == 0) continue;
    while (encoder.encode(whole, scopes, 0, out) == Encoded::kNoRoom && out.at != chunk.data()) flush();
  }
  flush();
  return frames;
}

}  // namespace

Napi::Value encodeRecords(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    std::unique_ptr<Residue> residue;
    if (!info[1].IsUndefined()) residue = std::make_unique<Residue>(requireBytes(info[1], "encodeRecords: a residue is a Uint8Array"));
    const Bytes records = requireBytes(info[0], "encodeRecords: a Uint8Array is needed");
    Encoder encoder;
    const Bytes frames = encodeAll(encoder, records, residue.get());
    // For benchmarks: again and again, as in a stream that goes on: the dictionary is told and the processes are known.
    for (uint32_t passes = info[2].IsNumber() ? info[2].As<Napi::Number>().Uint32Value() : 1; passes > 1; passes--)
      encodeAll(encoder, records, residue.get());
    return Napi::Buffer<uint8_t>::Copy(info.Env(), frames.data(), frames.size());
  });
}
