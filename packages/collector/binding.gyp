{
  "targets": [
    {
      "target_name": "collector",
      "sources": ["<!@(node -p \"require('fs').readdirSync('native').filter((name) => name.endsWith('.cc')).map((name) => 'native/' + name).join(' ')\")"],
      "include_dirs": [
        "<!@(node -p \"require('node-addon-api').include\")",
        "../bpf-core/include",
        "../bpf-core/generated"
      ],
      # The second: a worker that is terminated while it runs a callback of ours can take no exception, which must not abort the process.
      "defines": ["NAPI_CPP_EXCEPTIONS", "NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS", "NAPI_VERSION=8", "_GNU_SOURCE"],
      "cflags_cc": ["-std=c++17", "-fexceptions", "-O2", "-Wall", "-Wextra", "-fvisibility=hidden"],
      "cflags_cc!": ["-fno-exceptions", "-std=gnu++17", "-std=gnu++20", "-O3"],
      "libraries": ["-l:libbpf.a", "-lelf", "-lz"],
      # Debian builds libbpf.a for executables: its one reference to data of libc does not link into a shared object, so that it gets
      # a variable of ours (native/libbpf_log.cc).
      "ldflags": ["-Wl,--exclude-libs,ALL", "-Wl,--wrap=stderr"]
    }
  ]
}
