import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory } from '../../test/vm/lib/cache.mjs';
import { isolatedApt } from '../../test/vm/lib/kernels.mjs';
import { timed } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';

const source = { source: 'http://deb.debian.org/debian bookworm main' };
/** What is there before the recording: a small Debian with a compiler and a container runtime. */
const installed =
  'apt base-files base-passwd bash coreutils dash debconf debianutils diffutils dpkg findutils gcc grep gzip hostname init-system-helpers ' +
  'libc-bin libc6-dev login make mount ncurses-base passwd perl-base procps runc sed sysvinit-utils tar util-linux';
/** What apt-get installs while it is recorded. */
const offered = 'cron logrotate nginx-light redis-server redis-tools';
/** Of no use there, and the root lies in memory. */
const unread = [
  ...['doc', 'man', 'locale', 'lintian', 'bug', 'info'].map((name) => `usr/share/${name}`),
  'usr/lib/gcc/x86_64-linux-gnu/12/lto1',
  'usr/lib/x86_64-linux-gnu/gconv',
];

/** A directory that is laid over the guest's root: a Debian with its package database, and a local repository at /repository. */
export function debianRoot() {
  const directory = join(cacheDirectory, 'debian');
  if (existsSync(directory)) return directory;
  mkdirSync(cacheDirectory, { recursive: true });
  timed('fetching a small Debian', () => {
    const work = mkdtempSync(join(cacheDirectory, 'fetch-'));
    try {
      const apt = isolatedApt(source, work);
      run(['apt-get', ...apt, '-q', 'update']);
      const root = join(work, 'root');
      const own = download(apt, work, installed);
      for (const deb of own) run(['dpkg-deb', '-x', deb, root]);
      registerPackages(root, own);
      const status = ['-o', `Dir::State::status=${join(root, 'var/lib/dpkg/status')}`];
      offer(root, download([...apt, ...status], work, offered));
      accounts(root);
      for (const path of unread) rmSync(join(root, path), { recursive: true, force: true });
      renameSync(root, directory);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
  return directory;
}

/** The packages and all that they depend on, as files. */
function download(apt, work, names) {
  const archives = join(work, 'cache/archives');
  rmSync(archives, { recursive: true, force: true });
  mkdirSync(join(archives, 'partial'), { recursive: true });
  run(['apt-get', ...apt, '-q', '-y', '--no-install-recommends', '--download-only', 'install', ...names.split(' ')]);
  const kept = mkdtempSync(join(work, 'debs-'));
  const debs = readdirSync(archives).filter((name) => name.endsWith('.deb'));
  for (const name of debs) renameSync(join(archives, name), join(kept, name));
  return debs.sort().map((name) => join(kept, name));
}

/** What dpkg knows of packages that it has not unpacked itself. */
function registerPackages(root, debs) {
  const info = join(root, 'var/lib/dpkg/info');
  mkdirSync(info, { recursive: true });
  const entries = debs.map((deb) => {
    const control = run(['dpkg-deb', '-f', deb]).trim();
    const [, name] = /^Package: (.*)$/m.exec(control);
    const paths = run(['sh', '-c', 'dpkg-deb --fsys-tarfile "$1" | tar -t', 'sh', deb])
      .split('\n')
      .filter(Boolean)
      .map((path) => path.replace(/^\./, '').replace(/\/$/, '') || '/.');
    const qualified = /^Multi-Arch: same$/m.test(control) ? `${name}:amd64` : name;
    writeFileSync(join(info, `${qualified}.list`), `${paths.join('\n')}\n`);
    return control.replace(/^Package: .*$/m, (line) => `${line}\nStatus: install ok installed`);
  });
  writeFileSync(join(info, 'format'), '1\n');
  writeFileSync(join(root, 'var/lib/dpkg/status'), `${entries.join('\n\n')}\n\n`);
}

function offer(root, debs) {
  const repository = join(root, 'repository');
  mkdirSync(repository, { recursive: true });
  const entries = debs.map((deb) => {
    const name = deb.slice(deb.lastIndexOf('/') + 1);
    cpSync(deb, join(repository, name));
    const bytes = readFileSync(deb);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return `${run(['dpkg-deb', '-f', deb]).trim()}\nFilename: ./${name}\nSize: ${bytes.length}\nSHA256: ${sha256}\n`;
  });
  writeFileSync(join(repository, 'Packages'), `${entries.join('\n')}\n`);
  mkdirSync(join(root, 'etc/apt/apt.conf.d'), { recursive: true });
  writeFileSync(join(root, 'etc/apt/sources.list'), 'deb [trusted=yes] file:/repository ./\n');
  writeFileSync(join(root, 'etc/apt/apt.conf.d/sandbox'), 'APT::Sandbox::User "root";\n');
}

/** What scripts of base-passwd, base-files and PAM make, which were not run: accounts, links to /run, common rules. */
function accounts(root) {
  for (const name of ['run', 'lock']) {
    rmSync(join(root, 'var', name), { recursive: true, force: true });
    symlinkSync(name === 'run' ? '/run' : '/run/lock', join(root, 'var', name));
  }
  for (const name of ['passwd', 'group'])
    cpSync(join(root, `usr/share/base-passwd/${name}.master`), join(root, 'etc', name));
  for (const kind of ['auth', 'account', 'password', 'session'])
    writeFileSync(join(root, `etc/pam.d/common-${kind}`), `${kind} required pam_unix.so\n`);
  writeFileSync(join(root, 'etc/pam.d/common-session-noninteractive'), 'session required pam_unix.so\n');
  const users = readFileSync(join(root, 'etc/passwd'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => `${line.split(':')[0]}:*:19000:0:99999:7:::`);
  writeFileSync(join(root, 'etc/shadow'), `${users.join('\n')}\n`, { mode: 0o640 });
}
