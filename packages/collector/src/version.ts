/** Version of this package. */
export const { version } = require('@tracee/collector/package.json') as { version: string };
