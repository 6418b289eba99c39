// SPDX-License-Identifier: Apache-2.0
#pragma once

// From now on, in every thread: no program is executed, no BPF program loaded, nothing mounted, no module loaded, no other process traced,
// no identity or namespace changed. Such calls fail with EPERM. With it, no thread can gain privileges any more (no_new_privs).
// 0, or an errno.
// `loads`: but BPF programs are.
int refuseSystemCalls(bool loads);
