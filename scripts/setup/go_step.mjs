import { inRoot } from './checkout.mjs';
import { run } from './run.mjs';
import { findCommand } from './system_packages.mjs';

/** The alternative in Go: compiled where Go is installed, and left out of the benches elsewhere. */
export const goStep = {
  name: 'gob',
  title: 'compiling the alternative in Go',
  inputs: ['bench/gob'],
  get outputs() {
    return findCommand('go') === undefined ? [] : ['build/bench/gob'];
  },
  work: () => {
    if (findCommand('go') === undefined) return;
    run(['go', 'build', '-o', 'build/bench/gob', 'bench/gob/main.go'], {
      GOCACHE: inRoot('.cache/go'),
      GOTOOLCHAIN: 'local',
      GOFLAGS: '-mod=mod',
    });
  },
};
