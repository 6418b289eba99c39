/** The same live tests as on the host. */
export const title = 'live tests';
export const command = 'node test/run-live.mjs /out/results.json';
export const timeoutSeconds = 1500;
