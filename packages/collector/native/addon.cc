// SPDX-License-Identifier: Apache-2.0
#include <bpf/libbpf.h>
#include <napi.h>

#include "argument_place.h"
#include "container_answer.h"
#include "container_of.h"
#include "encode_records.h"
#include "features.h"
#include "privileges.h"
#include "program_statistics.h"
#include "session.h"

static Napi::Object define(Napi::Env env, Napi::Object exports) {
  exports.Set("Session", Session::define(env));
  exports.Set("libbpf", Napi::String::New(env, std::to_string(libbpf_major_version()) + "." + std::to_string(libbpf_minor_version())));
  exports.Set("encodeRecords", Napi::Function::New(env, encodeRecords, "encodeRecords"));
  exports.Set("argumentPlace", Napi::Function::New(env, argumentPlace, "argumentPlace"));
  exports.Set("containerAnswer", Napi::Function::New(env, containerAnswer, "containerAnswer"));
  exports.Set("containerOf", Napi::Function::New(env, containerOfPath, "containerOf"));
  exports.Set("features", Napi::Function::New(env, features, "features"));
  exports.Set("enableStatistics", Napi::Function::New(env, enableStatistics, "enableStatistics"));
  exports.Set("programStatistics", Napi::Function::New(env, programStatistics, "programStatistics"));
  exports.Set("cgroupCountsOf", Napi::Function::New(env, cgroupCountsOf, "cgroupCountsOf"));
  exports.Set("countersOf", Napi::Function::New(env, countersOf, "countersOf"));
  exports.Set("dropPrivileges", Napi::Function::New(env, dropPrivileges, "dropPrivileges"));
  return exports;
}

NODE_API_MODULE(collector, define)
