import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../setup/checkout.mjs';
import { run } from '../setup/run.mjs';
import { debianRoot } from './debian_root.mjs';

/** In this order: what the first installs, the others run. */
const names = ['apt_install', 'compile', 'servers', 'cron_logrotate', 'containers'];

/** Everyday acts on which nothing may be found; each is a script in the folder of this name. */
export const benign = {
  acts: names.map((name) => ({ name, command: ['/bin/sh', `/acts/${name}.sh`] })),
  recordings: (performed) => performed.map(({ name, pid }) => ({ file: `${name}.frames.gz`, pid })),
  memory: 3072,
  stage(root) {
    // what the guest has already stays: libraries of this machine, for this Node
    run(['cp', '-a', '-n', `${debianRoot()}/.`, root]);
    cpSync(inRoot('scripts/record/benign'), join(root, 'acts'), { recursive: true });
    for (const path of ['usr/sbin', 'usr/local/bin']) mkdirSync(join(root, path), { recursive: true });
    // as in every image of Debian: an installation starts no services
    writeFileSync(join(root, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
    mkdirSync(join(root, 'etc/cron.d'), { recursive: true });
    writeFileSync(join(root, 'etc/cron.d/logs'), '* * * * * root /usr/sbin/logrotate -f /etc/logrotate.conf\n');
  },
};
