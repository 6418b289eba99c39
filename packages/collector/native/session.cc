// SPDX-License-Identifier: Apache-2.0
#include "session.h"

#include "arguments.h"
#include "container_answer.h"
#include "frame.h"
#include "js_values.h"

namespace {

// Half a second of a fork bomb.
constexpr uint32_t kControlRingBytes = 4 << 20;
constexpr int64_t kMaxRingBytes = int64_t{1} << 30;
constexpr int64_t kMaxQueueBytes = int64_t{1} << 40;
constexpr int64_t kMaxDrainMs = 24 * 3600 * 1000;

LoadSettings loadSettings(const Napi::Object &options) {
  LoadSettings settings;
  settings.path = requireText(options.Get("object"), "load: object: a path is needed");
  settings.programs = requireTexts(options.Get("programs"), "load: programs: an array of names is needed");
  settings.ringBytes = static_cast<uint32_t>(
      requireInteger(options.Get("ringBytes"), 4096, kMaxRingBytes, "load: ringBytes: an integer from 4096 to 2^30 is needed"));
  require((settings.ringBytes & (settings.ringBytes - 1)) == 0, "load: ringBytes: a power of two is needed");
  settings.controlRingBytes = kControlRingBytes;
  if (!options.Get("controlRingBytes").IsUndefined()) {
    settings.controlRingBytes = static_cast<uint32_t>(requireInteger(
        options.Get("controlRingBytes"), 4096, kMaxRingBytes, "load: controlRingBytes: an integer from 4096 to 2^30 is needed"));
  }
  settings.plainCast = 0;
  if (!options.Get("plainCast").IsUndefined()) {
    settings.plainCast =
        static_cast<uint32_t>(requireInteger(options.Get("plainCast"), 0, INT32_MAX, "load: plainCast: the number of a type is needed"));
  }
  if (!options.Get("btf").IsUndefined()) settings.btf = requireText(options.Get("btf"), "load: btf: a path is needed");
  if (options.Get("constants").IsUndefined()) return settings;
  Napi::Object constants = requireObject(options.Get("constants"), "load: constants: an object is needed");
  for (const std::string &name : requireTexts(constants.GetPropertyNames(), "load: constants: names are needed")) {
    settings.constants.emplace_back(name, requireBytes(constants.Get(name), "load: constants: each must be a Uint8Array"));
  }
  return settings;
}

std::unique_ptr<Sink> openSink(Napi::Value target) {
  if (target.IsString()) return std::make_unique<Sink>(target.As<Napi::String>().Utf8Value());
  return std::make_unique<Sink>(static_cast<int>(requireInteger(target, 0, INT32_MAX, "start: target: a descriptor or a path is needed")));
}

std::unique_ptr<Spill> openSpill(Napi::Value options) {
  if (options.IsUndefined()) return nullptr;
  const Napi::Object spill = requireObject(options, "start: spill: an object is needed");
  const std::string directory = requireText(spill.Get("directory"), "start: spill: directory: a path is needed");
  const int64_t bytes = requireInteger(spill.Get("bytes"), 1, kMaxQueueBytes, "start: spill: bytes: a positive integer is needed");
  return std::make_unique<Spill>(directory, static_cast<uint64_t>(bytes));
}

CgroupFiles cgroupFiles(Napi::Value options) {
  if (options.IsUndefined()) return {};
  const Napi::Object cgroups = requireObject(options, "start: cgroups: an object is needed");
  const std::string root = requireText(cgroups.Get("root"), "start: cgroups: root: a path is needed");
  return {root, static_cast<uint32_t>(requireInteger(cgroups.Get("hierarchy"), 0, INT32_MAX, "start: cgroups: hierarchy: a number is needed"))};
}

void onEnvironmentEnd(void *running) { static_cast<Running *>(running)->abandon(); }

}  // namespace

Session::Session(const Napi::CallbackInfo &info) : Napi::ObjectWrap<Session>(info) {
  napi_add_env_cleanup_hook(info.Env(), onEnvironmentEnd, &running_);
}

Session::~Session() { napi_remove_env_cleanup_hook(Env(), onEnvironmentEnd, &running_); }

BpfObject &Session::loaded(const char *message) {
  require(state_ == State::kLoaded || state_ == State::kStarted, message);
  return *running_.object;
}

Napi::Value Session::load(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    require(state_ == State::kNew, "load: this session has loaded already, or is stopped (make a new one)");
    running_.object = std::make_unique<BpfObject>(loadSettings(requireObject(info[0], "load: options are needed")));
    state_ = State::kLoaded;
    return info.Env().Undefined();
  });
}

Napi::Value Session::loadMore(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    BpfObject &object = loaded("loadMore: nothing is loaded (load comes first, and before stop)");
    object.loadMore(requireTexts(info[0], "loadMore: an array of names is needed"));
    return info.Env().Undefined();
  });
}

Napi::Value Session::setGlobal(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    BpfObject &object = loaded("setGlobal: nothing is loaded (load comes first, and before stop)");
    const std::string name = requireText(info[0], "setGlobal: a name is needed");
    const int64_t offset = requireInteger(info[1], 0, UINT32_MAX, "setGlobal: an offset is needed");
    object.setGlobal(name, static_cast<size_t>(offset), requireBytes(info[2], "setGlobal: a Uint8Array is needed"));
    return info.Env().Undefined();
  });
}

Napi::Value Session::updateMap(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    BpfObject &object = loaded("updateMap: nothing is loaded (load comes first, and before stop)");
    object.updateMap(requireText(info[0], "updateMap: a map's name is needed"), requireBytes(info[1], "updateMap: a key is needed"),
                     requireBytes(info[2], "updateMap: a value is needed"));
    return info.Env().Undefined();
  });
}

Napi::Value Session::deleteFromMap(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    BpfObject &object = loaded("deleteFromMap: nothing is loaded (load comes first, and before stop)");
    const std::string map = requireText(info[0], "deleteFromMap: a map's name is needed");
    object.deleteFromMap(map, requireBytes(info[1], "deleteFromMap: a key is needed"));
    return info.Env().Undefined();
  });
}

Napi::Value Session::clearBank(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    BpfObject &object = loaded("clearBank: nothing is loaded (load comes first, and before stop)");
    const std::string map = requireText(info[0], "clearBank: a map's name is needed");
    object.clearBank(map, static_cast<uint32_t>(requireInteger(info[1], 0, 1, "clearBank: a bank is needed")));
    return info.Env().Undefined();
  });
}

Napi::Value Session::setResidue(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    loaded("setResidue: nothing is loaded (load comes first, and before stop)");
    const auto bank = static_cast<size_t>(requireInteger(info[0], 0, Residues::kBanks - 1, "setResidue: a bank is needed"));
    running_.residues.set(bank, std::make_unique<Residue>(requireBytes(info[1], "setResidue: a Uint8Array is needed")));
    return info.Env().Undefined();
  });
}

Napi::Value Session::waitForPrograms(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    loaded("waitForPrograms: nothing is loaded (load comes first, and before stop)");
    BpfObject::waitForPrograms();
    const Rings::Positions produced = running_.pipeline ? running_.pipeline->rings().produced() : Rings::Positions{};
    Napi::Array positions = Napi::Array::New(info.Env(), produced.size());
    for (uint32_t id = 0; id < produced.size(); id++) positions.Set(id, Napi::BigInt::New(info.Env(), produced[id]));
    return positions;
  });
}

Napi::Value Session::hasPassed(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    constexpr const char *kWanted = "hasPassed: the positions of waitForPrograms are needed";
    require(info[0].IsArray(), kWanted);
    const Napi::Array positions = info[0].As<Napi::Array>();
    const bool started = state_ == State::kStarted && running_.pipeline;
    const Rings::Positions passed = started ? running_.pipeline->passed() : Rings::Positions{};
    require(positions.Length() <= passed.size(), kWanted);
    bool all = true;
    for (uint32_t id = 0; id < positions.Length(); id++) {
      const Napi::Value position = positions.Get(id);
      require(position.IsBigInt(), kWanted);
      bool lossless = false;
      all = all && passed[id] >= position.As<Napi::BigInt>().Uint64Value(&lossless);
    }
    return Napi::Boolean::New(info.Env(), !started || (all && running_.pipeline->tookInjected()));
  });
}

Napi::Value Session::setProgram(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    BpfObject &object = loaded("setProgram: nothing is loaded (load comes first, and before stop)");
    const std::string map = requireText(info[0], "setProgram: a map's name is needed");
    const int64_t index = requireInteger(info[1], 0, UINT32_MAX, "setProgram: an index is needed");
    object.setProgram(map, static_cast<uint32_t>(index), requireText(info[2], "setProgram: a program's name is needed"));
    return info.Env().Undefined();
  });
}

Napi::Value Session::attach(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    BpfObject &object = loaded("attach: nothing is loaded (load comes first, and before stop)");
    const auto results = object.attach(requireTexts(info[0], "attach: an array of names is needed"));
    Napi::Array attachments = Napi::Array::New(info.Env(), results.size());
    for (uint32_t i = 0; i < results.size(); i++) {
      Napi::Object attachment = Napi::Object::New(info.Env());
      attachment.Set("program", results[i].program);
      if (!results[i].error.empty()) attachment.Set("error", results[i].error);
      attachments.Set(i, attachment);
    }
    return attachments;
  });
}

Napi::Value Session::detach(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    BpfObject &object = loaded("detach: nothing is loaded (load comes first, and before stop)");
    object.detach(requireTexts(info[0], "detach: an array of names is needed"), info[1].ToBoolean());
    return info.Env().Undefined();
  });
}

Napi::Value Session::repairLinks(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    const auto lost = loaded("repairLinks: nothing is loaded (load comes first, and before stop)").repairLinks();
    Napi::Array found = Napi::Array::New(info.Env(), lost.size());
    for (uint32_t i = 0; i < lost.size(); i++) {
      Napi::Object each = Napi::Object::New(info.Env());
      each.Set("program", lost[i].program);
      each.Set("found", lost[i].found);
      if (!lost[i].error.empty()) each.Set("error", lost[i].error);
      found.Set(i, each);
    }
    return found;
  });
}

Napi::Value Session::start(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    require(state_ == State::kLoaded, "start: not loaded, or started already");
    Napi::Object options = requireObject(info[0], "start: options are needed");
    Bytes preamble = requireBytes(options.Get("preamble"), "start: preamble: a Uint8Array is needed");
    const int64_t queueBytes =
        requireInteger(options.Get("queueBytes"), 1, kMaxQueueBytes, "start: queueBytes: a positive integer is needed");
    Napi::Function onError = requireFunction(info[1], "start: onError: a function is needed");
    auto failed = [this](const std::string &message) {
      calls_.NonBlockingCall([message](Napi::Env env, Napi::Function callback) { callback.Call({Napi::String::New(env, message)}); });
    };
    auto pipeline = std::make_unique<Pipeline>(*running_.object, running_.residues, openSink(options.Get("target")), std::move(preamble),
                                               static_cast<size_t>(queueBytes), options.Get("sorted").ToBoolean(), openSpill(options.Get("spill")), failed,
                                               [this](std::vector<ContainerChange> changes) { tellContainers(std::move(changes)); });
    if (info[2].IsFunction()) onContainers_ = Napi::Persistent(info[2].As<Napi::Function>());
    if (const Napi::Value ms = options.Get("describeMs"); !ms.IsUndefined()) {
      pipeline->setDescriptionBound(1'000'000 * static_cast<uint64_t>(requireInteger(ms, 0, kMaxDrainMs, "start: describeMs: milliseconds are needed")));
    }
    if (const Napi::Value processes = options.Get("processes"); !processes.IsUndefined()) {
      pipeline->learnProcesses(requireBytes(processes, "start: processes: a Uint8Array is needed"));
    }
    pipeline->walkCgroups(cgroupFiles(options.Get("cgroups")));
    calls_ = Napi::ThreadSafeFunction::New(info.Env(), onError, "tracee session", 0, 1);
    running_.pipeline = std::move(pipeline);
    running_.pipeline->start();
    Ref();
    state_ = State::kStarted;
    return info.Env().Undefined();
  });
}

Napi::Value Session::inject(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    require(state_ == State::kStarted, "inject: not started, or stopped");
    const Bytes frames = requireBytes(info[0], "inject: a Uint8Array is needed");
    running_.pipeline->inject(frames.data(), frames.size());
    return info.Env().Undefined();
  });
}

Napi::Value Session::enrich(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    require(state_ == State::kStarted, "enrich: not started, or stopped");
    const int64_t index = requireInteger(info[0], 1, UINT32_MAX, "enrich: an index is needed");
    const Bytes frame = requireBytes(info[2], "enrich: a Uint8Array is needed");
    require(frame.size() <= Containers::kMaxFrameBytes && frame::sizeOf(frame.data(), frame.data() + frame.size()) == frame.size() &&
                frame::kindOf(frame.data()) == frame::kDictionary,
            "enrich: one dictionary frame of at most 8 KiB is needed");
    running_.pipeline->enrich(static_cast<uint32_t>(index), requireText(info[1], "enrich: an id is needed"), frame);
    return info.Env().Undefined();
  });
}

Napi::Value Session::describe(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    require(state_ == State::kStarted, "describe: not started, or stopped");
    const int64_t index = requireInteger(info[0], 1, UINT32_MAX, "describe: an index is needed");
    running_.pipeline->describe(static_cast<uint32_t>(index), requireText(info[1], "describe: an id is needed"),
                                requireDescription(info[2], "describe: the texts of a description are needed"));
    return info.Env().Undefined();
  });
}

Napi::Value Session::sendPulse(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&] {
    require(state_ == State::kStarted, "sendPulse: not started, or stopped");
    running_.pipeline->sendPulse();
    return info.Env().Undefined();
  });
}

Napi::Value Session::isPulseBack(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    require(state_ == State::kStarted, "isPulseBack: not started, or stopped");
    return Napi::Boolean::New(info.Env(), running_.pipeline->isPulseBack());
  });
}

// Of the ring thread. The JavaScript thread may be slow: what has gathered is given at once.
void Session::tellContainers(std::vector<ContainerChange> changes) {
  calls_.NonBlockingCall([this, changes = std::move(changes)](Napi::Env env, Napi::Function) {
    if (!onContainers_.IsEmpty()) onContainers_.Call({toJs(env, changes)});
  });
}

Totals Session::totals() const { return running_.pipeline ? running_.pipeline->totals() : Totals{}; }

Napi::Value Session::counters(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value { return toJs(info.Env(), totals()); });
}

Napi::Value Session::stop(const Napi::CallbackInfo &info) {
  return guarded(info.Env(), [&]() -> Napi::Value {
    if (state_ == State::kStopping || state_ == State::kStopped) return stopped_.Value();
    Napi::Function last = requireFunction(info[0], "stop: a function that makes the last frames is needed");
    const int64_t stallMs = requireInteger(info[1], 0, kMaxDrainMs, "stop: drainMs: milliseconds are needed");
    stopping_.emplace(Napi::Promise::Deferred::New(info.Env()));
    stopped_ = Napi::Persistent(stopping_->Promise().As<Napi::Object>());
    if (state_ == State::kStarted) {
      beginStop(last, static_cast<int>(stallMs));
    } else {
      running_.abandon();
      state_ = State::kStopped;
      stopping_->Resolve(toJs(info.Env(), totals()));
    }
    return stopped_.Value();
  });
}

void Session::beginStop(Napi::Function last, int stallMs) {
  state_ = State::kStopping;
  last_ = Napi::Persistent(last);
  running_.stop(
      stallMs, [this] { calls_.NonBlockingCall([this](Napi::Env env, Napi::Function) { callLast(env); }); },
      [this] { calls_.NonBlockingCall([this](Napi::Env env, Napi::Function) { endStop(env); }); });
}

// On the JavaScript thread: all is drained, and the counters are final but for the last frames themselves.
void Session::callLast(Napi::Env env) {
  Bytes frames;
  try {
    frames = requireBytes(last_.Call({toJs(env, totals())}), "stop: the function must give a Uint8Array");
  } catch (const Napi::Error &error) {
    lastFailed_ = error;
  } catch (const Misuse &error) {
    lastFailed_ = Napi::Error::New(env, error.what());
  }
  running_.giveLast(std::move(frames));
}

void Session::endStop(Napi::Env env) {
  running_.joinStopper();
  state_ = State::kStopped;
  calls_.Release();
  onContainers_.Reset();
  last_.Reset();
  if (lastFailed_) stopping_->Reject(lastFailed_->Value());
  else stopping_->Resolve(toJs(env, totals()));
  Unref();
}

Napi::Function Session::define(Napi::Env env) {
  return DefineClass(env, "Session",
                     {InstanceMethod("load", &Session::load), InstanceMethod("loadMore", &Session::loadMore), InstanceMethod("setGlobal", &Session::setGlobal),
                      InstanceMethod("updateMap", &Session::updateMap), InstanceMethod("deleteFromMap", &Session::deleteFromMap),
                      InstanceMethod("clearBank", &Session::clearBank), InstanceMethod("setResidue", &Session::setResidue),
                      InstanceMethod("waitForPrograms", &Session::waitForPrograms), InstanceMethod("hasPassed", &Session::hasPassed),
                      InstanceMethod("setProgram", &Session::setProgram), InstanceMethod("attach", &Session::attach),
                      InstanceMethod("detach", &Session::detach), InstanceMethod("repairLinks", &Session::repairLinks),
                      InstanceMethod("start", &Session::start), InstanceMethod("inject", &Session::inject),
                      InstanceMethod("enrich", &Session::enrich), InstanceMethod("describe", &Session::describe),
                      InstanceMethod("sendPulse", &Session::sendPulse),
                      InstanceMethod("isPulseBack", &Session::isPulseBack), InstanceMethod("counters", &Session::counters),
                      InstanceMethod("stop", &Session::stop)});
}
