// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <napi.h>

#include <memory>
#include <optional>

#include "running.h"

// NativeSession of src/native.ts: the N-API surface, no more.
class Session : public Napi::ObjectWrap<Session> {
 public:
  static Napi::Function define(Napi::Env env);

  explicit Session(const Napi::CallbackInfo &info);
  ~Session() override;

 private:
  enum class State { kNew, kLoaded, kStarted, kStopping, kStopped };

  Napi::Value load(const Napi::CallbackInfo &info);
  Napi::Value loadMore(const Napi::CallbackInfo &info);
  Napi::Value setGlobal(const Napi::CallbackInfo &info);
  Napi::Value updateMap(const Napi::CallbackInfo &info);
  Napi::Value deleteFromMap(const Napi::CallbackInfo &info);
  Napi::Value clearBank(const Napi::CallbackInfo &info);
  Napi::Value setResidue(const Napi::CallbackInfo &info);
  Napi::Value waitForPrograms(const Napi::CallbackInfo &info);
  Napi::Value hasPassed(const Napi::CallbackInfo &info);
  Napi::Value setProgram(const Napi::CallbackInfo &info);
  Napi::Value attach(const Napi::CallbackInfo &info);
  Napi::Value detach(const Napi::CallbackInfo &info);
  Napi::Value repairLinks(const Napi::CallbackInfo &info);
  Napi::Value start(const Napi::CallbackInfo &info);
  Napi::Value inject(const Napi::CallbackInfo &info);
  Napi::Value enrich(const Napi::CallbackInfo &info);
  Napi::Value describe(const Napi::CallbackInfo &info);
  Napi::Value sendPulse(const Napi::CallbackInfo &info);
  Napi::Value isPulseBack(const Napi::CallbackInfo &info);
  Napi::Value counters(const Napi::CallbackInfo &info);
  Napi::Value stop(const Napi::CallbackInfo &info);

  BpfObject &loaded(const char *message);
  Totals totals() const;
  void tellContainers(std::vector<ContainerChange> changes);
  void beginStop(Napi::Function last, int stallMs);
  void callLast(Napi::Env env);
  void endStop(Napi::Env env);

  State state_ = State::kNew;
  Running running_;
  // Calls into JavaScript from the other threads, and what keeps the process alive, from start to the end of stop.
  Napi::ThreadSafeFunction calls_;
  Napi::FunctionReference onContainers_;
  Napi::FunctionReference last_;
  std::optional<Napi::Error> lastFailed_;
  std::optional<Napi::Promise::Deferred> stopping_;
  Napi::ObjectReference stopped_;  // the promise
};
