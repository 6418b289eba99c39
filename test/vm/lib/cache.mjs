import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where what is downloaded once, and outlives the checkout, is kept. */
export const cacheDirectory = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'tracee-ts');
