#!/bin/bash
# run-vm.sh KERNEL ROOT COMMAND
#   Boots KERNEL (vmlinux or bzImage) under qemu, with busybox and the directory ROOT laid over /, and runs COMMAND, a line of shell, as
#   root in /. Its stdout and stderr come out here; exit code: that of COMMAND, 124 time is over, 125 setting up failed, 126 the guest died.
# Environment: VM_TIMEOUT seconds (120)  VM_MEM MiB (1024)  VM_SMP processors (2)  VM_APPEND more kernel arguments
#   VM_ARCH x86_64 or aarch64 (ROOT then brings a busybox of its own)
#   VM_OUT directory: what COMMAND leaves in the guest's /out comes there   VM_CONSOLE file: the guest's console comes there
set -u
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
if [ $# -ne 3 ]; then sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 125; fi
kernel=$1 root=$2 command=$3
cache=${XDG_CACHE_HOME:-$HOME/.cache}/tracee-ts
fail() { echo "run-vm: $*" >&2; exit 125; }
arch=${VM_ARCH:-x86_64}
case $arch in x86_64) cc=gcc busybox=$(command -v busybox) ;; aarch64) cc=aarch64-linux-gnu-gcc busybox=$root/bin/busybox ;;
*) fail "VM_ARCH: $arch: neither x86_64 nor aarch64" ;; esac
[ -r "$kernel" ] || fail "kernel: $kernel: not there"
[ -d "$root" ] || fail "root: $root: no directory"
mkdir -p "$cache" || fail "cache: $cache: cannot be made"
work=$(mktemp -d "${TMPDIR:-/tmp}/run-vm.XXXXXX") || fail "no directory for temporary files"
qemu='' watch=''
clean() {
  [ -z "$qemu" ] || kill "$qemu" 2>/dev/null
  [ -z "$watch" ] || kill "$watch" 2>/dev/null
  rm -rf "$work"
}
trap clean EXIT
trap 'exit 125' INT TERM HUP

vmexit=$cache/vmexit-$arch
if [ ! "$vmexit" -nt "$here/lib/vmexit.c" ]; then
  "$cc" -O2 -static -o "$vmexit.$$" "$here/lib/vmexit.c" && mv "$vmexit.$$" "$vmexit" || fail "cannot build lib/vmexit.c ($cc and its C library are needed)"
fi

# The file system: two archives behind each other, not compressed, as the guest is slow at that.
base=$work/base
mkdir -p "$base"/{bin,sbin,dev,proc,sys,tmp,run,root,etc,vm,out,usr/bin,usr/sbin}
cp "$busybox" "$base/bin/busybox" || fail "busybox: not there (busybox-static)"
cp "$here/lib/init" "$base/init" && cp "$vmexit" "$base/vm/vmexit" || fail "cannot copy the guest's programs"
ln -s busybox "$base/bin/sh"
printf '%s\n' root:x:0:0:root:/root:/bin/sh daemon:x:1:1::/:/bin/sh nobody:x:65534:65534::/:/bin/sh > "$base/etc/passwd"
printf '%s\n' root:x:0: daemon:x:1: nogroup:x:65534: > "$base/etc/group"
echo '127.0.0.1 localhost' > "$base/etc/hosts"
printf '%s\n' "$command" > "$base/vm/command"
pack() { (cd "$1" && find . | LC_ALL=C sort | cpio -o -H newc --quiet -R 0:0); }
{ pack "$base" && pack "$root"; } > "$work/initrd" || fail "cannot pack the file system"

# One guest a processor, and two at most: more would slow each other down past their time-outs.
places=$(nproc)
[ "$places" -le 2 ] || places=2
for ((place = 1; ; place = place % places + 1)); do
  exec 9> "$cache/vm.$place.lock"
  flock -n 9 && break
  [ "$place" -lt "$places" ] || sleep 1
done
# Single-threaded emulation: with several threads this qemu panics guests that patch their own code, as attaching a probe does.
append="panic=-1 oops=panic loglevel=5 8250.nr_uarts=4 rdinit=/init"
arguments=(-accel tcg,thread=single,tb-size=256 -smp "${VM_SMP:-2}" -m "${VM_MEM:-1024}" -nodefaults -no-user-config -display none -no-reboot
  -kernel "$kernel" -initrd "$work/initrd")
ports=(console stdout stderr control)
for port in "${ports[@]}"; do : > "$work/$port"; done
case $arch in
x86_64)
  arguments+=(-M pc,usb=off,vmport=off -cpu max -device isa-debug-exit,iobase=0xf4,iosize=4
    -append "console=ttyS0 $append random.trust_cpu=on no_timer_check tsc=reliable mitigations=off ${VM_APPEND:-}")
  for port in "${ports[@]}"; do arguments+=(-serial "file:$work/$port"); done ;;
aarch64) # the machine has one serial port of its own, which is another driver's: a card brings four
  arguments+=(-M virt -cpu cortex-a72 -serial "file:$work/boot" -append "console=ttyAMA0 $append ${VM_APPEND:-}")
  for i in 0 1 2 3; do arguments+=(-chardev "file,id=${ports[i]},path=$work/${ports[i]}"); done
  arguments+=(-device pci-serial-4x,chardev1=console,chardev2=stdout,chardev3=stderr,chardev4=control) ;;
esac
"qemu-system-$arch" "${arguments[@]}" </dev/null >"$work/qemu.log" 2>&1 9>&- & qemu=$!
(
  exec 9>&-
  sleep "${VM_TIMEOUT:-120}" & sleeping=$!
  trap 'kill "$sleeping"; exit' TERM
  wait "$sleeping"
  touch "$work/timeout"
  kill "$qemu"
) 2>/dev/null & watch=$!
wait "$qemu" 2>/dev/null; status=$?; qemu=''

cat "$work/stdout"; cat "$work/stderr" >&2
[ -z "${VM_CONSOLE:-}" ] || cp "$work/console" "$VM_CONSOLE"
# What init writes to the control port: "out BYTES", the archive of /out, "code N".
if [ -n "${VM_OUT:-}" ]; then
  head=$(head -n 1 "$work/control" | tr -d '\0')
  if [ "${head%% *}" = out ]; then
    mkdir -p "$VM_OUT" && tail -c "+$((${#head} + 2))" "$work/control" | head -c "${head#out }" | tar -C "$VM_OUT" -xzf - || fail "/out of the guest: cannot be unpacked"
  fi
fi
code=$(tail -c 100 "$work/control" | tr -d '\0' | sed -n 's/^code \([0-9]*\)$/\1/p' | tail -n 1)
[ -z "$code" ] || exit "$code"
if [ -e "$work/timeout" ]; then reason="not done after ${VM_TIMEOUT:-120} s" status=124; else reason="the guest died (qemu's exit code $status)" status=126; fi
{ cat "$work/qemu.log"; [ ! -e "$work/boot" ] || tail -n 40 "$work/boot"; tail -n 40 "$work/console"; echo "run-vm: $reason; above is the end of its console"; } >&2
exit "$status"
