import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The directory below which include/node lies, as node-gyp's --nodedir wants it: that of this Node, else the system's. N-API is the same in all. */
export const nodeHeaders = () =>
  [join(dirname(realpathSync(process.execPath)), '..'), '/usr'].find((directory) =>
    existsSync(join(directory, 'include/node/node_api.h')),
  );
