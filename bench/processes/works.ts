import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pipeline';

/** A real load: a script for sh that does the same amount of work each time it runs, in a directory of its own. */
export interface Work {
  readonly script: string;
  /** A part of it that is enough for tracers to have seen all that it does; the same again where that is short. */
  readonly warm?: string;
  prepare?(directory: string): void;
}

/** A C project of a hundred files, each with the headers of the C library and some work for the optimiser. */
function writeProject(directory: string): void {
  const files = Array.from({ length: 100 }, (_, i) => i);
  const headers = ['stdio', 'stdlib', 'string', 'math', 'unistd', 'time', 'errno', 'sys/stat', 'sys/socket'];
  for (const i of files) {
    const functions = Array.from(
      { length: 30 },
      (_, j) => `
double f${i}_${j}(double *v, int n)
{
	double sum = ${j};

	for (int k = 0; k < n; k++)
		sum = sum * ${1 + j} + (v[k] > sum ? sqrt(v[k]) : v[k] / (1 + k));
	return sum;
}`,
    );
    const includes = headers.map((name) => `#include <${name}.h>`).join('\n');
    writeFileSync(join(directory, `part${i}.c`), `${includes}\n${functions.join('\n')}\n`);
  }
  writeFileSync(join(directory, 'main.c'), 'int main(void) { return 0; }\n');
  const objects = ['main', ...files.map((i) => `part${i}`)].map((name) => `${name}.o`).join(' ');
  writeFileSync(
    join(directory, 'Makefile'),
    `CFLAGS = -O1\nprogram: ${objects}\n\t$(CC) -o $@ $^ -lm\nclean:\n\trm -f program *.o\n`,
  );
}

/** Packages of this checkout that need no other, packed: an installation that asks no registry. */
function packPackages(directory: string): void {
  const modules = join(root, 'node_modules');
  const alone = readdirSync(modules).filter((name) => {
    if (/^[.@]/.test(name)) return false;
    const { dependencies, optionalDependencies, peerDependencies, version } = JSON.parse(
      readFileSync(join(modules, name, 'package.json'), 'utf8'),
    );
    return version !== undefined && !dependencies && !optionalDependencies && !peerDependencies;
  });
  const packed = alone.slice(0, 80);
  const options = ['pack', '--silent', '--ignore-scripts', '--pack-destination', directory];
  execFileSync('npm', [...options, ...packed.map((name) => join(modules, name))], { stdio: 'ignore' });
  const files = readdirSync(directory).filter((name) => name.endsWith('.tgz'));
  const dependencies = Object.fromEntries(
    packed.flatMap((name) => {
      const file = files.find((one) => new RegExp(`^${name.replace(/\./g, '\\.')}-\\d`).test(one));
      return file === undefined ? [] : [[name, `file:${file}`]];
    }),
  );
  mkdirSync(join(directory, 'cache'));
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ name: 'load', version: '1.0.0', dependencies }));
  execFileSync('npm', ['install', '--package-lock-only', '--offline', '--cache', join(directory, 'cache')], {
    cwd: directory,
    stdio: 'ignore',
  });
}

const nginx = (directory: string) => {
  mkdirSync(join(directory, 'www'));
  writeFileSync(join(directory, 'www/index.html'), 'x'.repeat(1000));
  writeFileSync(
    join(directory, 'nginx.conf'),
    `daemon off; worker_processes 1; pid nginx.pid; error_log stderr crit;
events { worker_connections 512; }
http {
  access_log off; client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;
  server { listen 127.0.0.1:18381; root ${join(directory, 'www')}; open_file_cache off; }
}
user root;
`,
  );
};

/** A server that is there while its clients ask, and ends with them. */
const served = (server: string, isUp: string, clients: string) =>
  `${server} & server=$!; until ${isUp}; do sleep 0.05; done; ${clients}; kill $server; wait $server`;

export const works: Readonly<Record<string, Work>> = {
  'compile a C project (make -j2)': {
    prepare: writeProject,
    warm: 'make -s clean && make -s -j2 main.o part1.o part2.o part3.o part4.o part5.o part6.o part7.o part8.o part9.o',
    script: 'make -s clean && make -s -j2',
  },
  'npm ci, 80 packages': {
    prepare: packPackages,
    script: 'npm ci --offline --ignore-scripts --no-audit --no-fund --cache cache >npm.log 2>&1',
  },
  'redis-benchmark, 60,000 requests': {
    script: served(
      'redis-server --port 18379 --bind 127.0.0.1 --save "" --appendonly no >redis.log',
      'redis-cli -p 18379 ping >/dev/null 2>&1',
      'redis-benchmark -p 18379 -n 30000 -t set,get -q >/dev/null',
    ),
  },
  'nginx, wrk for 3 s': {
    prepare: nginx,
    script: served(
      'nginx -p "$PWD" -c nginx.conf',
      'test -s nginx.pid',
      'sleep 0.1; wrk -t1 -c16 -d3s http://127.0.0.1:18381/index.html >wrk.txt',
    ),
  },
  '50 starts in namespaces of their own': {
    script: 'for i in $(seq 50); do unshare -fmpiu --mount-proc sh -c "id; ls /etc" >/dev/null; done',
  },
};
