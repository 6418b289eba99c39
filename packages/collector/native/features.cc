// SPDX-License-Identifier: Apache-2.0
#include "features.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <unistd.h>

#include <cerrno>
#include <functional>
#include <string>
#include <vector>

#include "kernel_error.h"
#include "libbpf_log.h"

namespace {

// '' when the kernel has it, else why not. Asked with the number of its target in the kernel's BTF, where that is known.
using Probe = std::function<std::string(int target)>;

// libbpf's answers: 1 yes, 0 no, negative when it could not be tried.
std::string answer(int result) {
  if (result > 0) return "";
  return result == 0 ? "not in this kernel" : errnoText(-result);
}

Probe mapType(bpf_map_type type) {
  return [type](int) { return answer(libbpf_probe_bpf_map_type(type, nullptr)); };
}

Probe programType(bpf_prog_type type) {
  return [type](int) { return answer(libbpf_probe_bpf_prog_type(type, nullptr)); };
}

Probe helper(bpf_prog_type type, bpf_func_id id) {
  return [type, id](int) { return answer(libbpf_probe_bpf_helper(type, id, nullptr)); };
}

const bpf_insn kNothing[] = {
    {BPF_ALU64 | BPF_MOV | BPF_K, BPF_REG_0, 0, 0, 0},
    {BPF_JMP | BPF_EXIT, 0, 0, 0, 0},
};

// A kind of programs that takes a capability of its own. libbpf's answer is no both where the kernel has none and where it permits none.
Probe guardedType(bpf_prog_type type, bpf_attach_type attach) {
  return [type, attach](int) -> std::string {
    bpf_prog_load_opts options = {};
    options.sz = sizeof options;
    options.expected_attach_type = attach;
    const int loaded = bpf_prog_load(type, "feature", "GPL", kNothing, 2, &options);
    if (loaded >= 0) close(loaded);
    return loaded == -EPERM ? errnoText(EPERM) : answer(loaded >= 0);
  };
}

struct Typed {
  bpf_prog_type program;
  bpf_attach_type attach;
  const char *target;
  // fentry is loaded where it cannot be attached, so that it is attached, to a function that only BPF's own tests call.
  bool attached;
};

// A program that does nothing, of a kind that finds its target in the kernel's own BTF.
Probe typedProgram(Typed typed) {
  return [typed](int target) -> std::string {
    if (target == 0) target = libbpf_find_vmlinux_btf_id(typed.target, typed.attach);
    if (target < 0) return target == -ESRCH ? "the kernel has no BTF of its own" : "the kernel's BTF has no " + std::string(typed.target);
    bpf_prog_load_opts options = {};
    options.sz = sizeof options;
    options.expected_attach_type = typed.attach;
    options.attach_btf_id = static_cast<uint32_t>(target);
    int loaded = bpf_prog_load(typed.program, "feature", "GPL", kNothing, 2, &options);
    if (loaded < 0) return errnoText(-loaded);
    int link = typed.attached ? bpf_raw_tracepoint_open(nullptr, loaded) : 0;
    if (link > 0) close(link);
    close(loaded);
    return link < 0 ? errnoText(-link) : "";
  };
}

struct Feature {
  const char *name;
  Probe probe;
};

const std::vector<Feature> &all() {
  static const std::vector<Feature> features = {
      {"ring buffer", mapType(BPF_MAP_TYPE_RINGBUF)},
      {"raw tracepoints", programType(BPF_PROG_TYPE_RAW_TRACEPOINT)},
      {"typed tracepoints (tp_btf)", typedProgram({BPF_PROG_TYPE_TRACING, BPF_TRACE_RAW_TP, "sys_enter", false})},
      {"fentry", typedProgram({BPF_PROG_TYPE_TRACING, BPF_TRACE_FENTRY, "bpf_fentry_test1", true})},
      {"fexit", typedProgram({BPF_PROG_TYPE_TRACING, BPF_TRACE_FEXIT, "bpf_fentry_test1", true})},
      {"LSM programs", typedProgram({BPF_PROG_TYPE_LSM, BPF_LSM_MAC, "file_open", false})},
      {"kprobe programs", programType(BPF_PROG_TYPE_KPROBE)},
      {"cgroup_skb", programType(BPF_PROG_TYPE_CGROUP_SKB)},
      {"cgroup socket addresses", guardedType(BPF_PROG_TYPE_CGROUP_SOCK_ADDR, BPF_CGROUP_INET4_CONNECT)},
      {"helper get_current_task_btf", helper(BPF_PROG_TYPE_KPROBE, BPF_FUNC_get_current_task_btf)},
      {"helper find_vma", helper(BPF_PROG_TYPE_KPROBE, BPF_FUNC_find_vma)},
      {"helper loop", helper(BPF_PROG_TYPE_KPROBE, BPF_FUNC_loop)},
      {"helper strncmp", helper(BPF_PROG_TYPE_KPROBE, BPF_FUNC_strncmp)},
      {"helper get_attach_cookie", helper(BPF_PROG_TYPE_KPROBE, BPF_FUNC_get_attach_cookie)},
      {"helper get_func_ip", helper(BPF_PROG_TYPE_KPROBE, BPF_FUNC_get_func_ip)},
  };
  return features;
}

}  // namespace

Napi::Value features(const Napi::CallbackInfo &info) {
  LibbpfLog quiet;
  const std::string wanted = info[0].IsString() ? info[0].As<Napi::String>().Utf8Value() : "";
  const int target = info[1].IsNumber() ? info[1].As<Napi::Number>().Int32Value() : 0;
  Napi::Array found = Napi::Array::New(info.Env());
  for (const Feature &each : all()) {
    if (!wanted.empty() && wanted != each.name) continue;
    Napi::Object feature = Napi::Object::New(info.Env());
    feature.Set("name", Napi::String::New(info.Env(), each.name));
    std::string error = each.probe(target);
    if (!error.empty()) feature.Set("error", Napi::String::New(info.Env(), error));
    found.Set(found.Length(), feature);
  }
  return found;
}
