import { SetupError } from '../setup/report.mjs';
import { isSetUp, setUp } from '../setup.mjs';
import { machineObstacle } from './obstacle.mjs';

/**
 * Sets up for a live use. Returns what stands in the way when this machine or user cannot trace; then the checkout is ready for a replay.
 * Where nothing is to be done, that is left to the collector to say: looking takes a third of a second.
 */
export function prepare(use) {
  if (isSetUp(use)) return undefined;
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
