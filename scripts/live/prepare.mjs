import { SetupError } from '../setup/report.mjs';
import { setUp } from '../setup.mjs';
import { machineObstacle } from './obstacle.mjs';

/** Sets up for a live use. Returns what stands in the way when this machine or user cannot trace; then the checkout is ready for a replay. */
export function prepare(use) {
  setUp('replay');
  const obstacle = machineObstacle();
  if (obstacle !== undefined) return obstacle;
  try {
    setUp(use);
  } catch (error) {
    if (error instanceof SetupError && error.missing) return error.message;
    throw error;
  }
}
