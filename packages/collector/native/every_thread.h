// SPDX-License-Identifier: Apache-2.0
#pragma once

// Runs `act` in every thread of this process, also in those that Node or a library began; it may do only what a signal handler may.
// False when a thread did not get to it in time. Not for two threads at once.
bool onEveryThread(void (*act)());
