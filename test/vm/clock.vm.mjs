import { kernels as all } from './lib/kernels.mjs';

/** What needs a machine whose clock nobody uses. Which kernel it is does not matter. */
export const title = 'stepped clock';
export const command = 'MAY_SET_CLOCK=1 node test/run-live.mjs /out/results.json stepped_clock';
export const timeoutSeconds = 600;
export const kernels = all.filter(({ series }) => series === '6.1');
