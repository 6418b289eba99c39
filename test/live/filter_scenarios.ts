/** Policies by name: which tasks, and events with the filters on them. */
export type Policies = Readonly<
  Record<
    string,
    { readonly scope?: readonly string[]; readonly rules: readonly (readonly [event: string, ...filters: string[]])[] }
  >
>;

const list = (count: number, text: (i: number) => string) => Array.from({ length: count }, (_, i) => text(i)).join(',');

/** What any filter suite needs, on the calls of the trigger filtered_calls. */
export const scenarios = (pid: number): Policies => ({
  // tasks
  'a user': { scope: ['uid=1234'], rules: [['openat'], ['prctl']] },
  'not a user': { scope: ['uid!=1234'], rules: [['openat']] },
  'a range of users': { scope: ['uid>=1000', 'uid<2000'], rules: [['close']] },
  'a range that ends at a user': { scope: ['uid<=1233'], rules: [['close']] },
  'a process': { scope: [`pid=${pid}`], rules: [['openat'], ['close']] },
  'not a process': { scope: [`pid!=${pid}`], rules: [['openat']] },
  'new processes': { scope: ['pid=new'], rules: [['close']] },
  'old processes': { scope: ['pid!=new'], rules: [['close']] },
  'a name': { scope: ['comm=filtered_child'], rules: [['lseek']] },
  'not a name': { scope: ['comm!=filtered_child'], rules: [['lseek']] },
  'a name with a wildcard': { scope: ['comm=*_child'], rules: [['openat']] },
  'a name and a user': { scope: ['comm=filtered_calls', 'uid=1234'], rules: [['openat']] },
  'a program': { scope: [`exec=${process.execPath}`], rules: [['openat']] },
  'in a container': { scope: ['container'], rules: [['openat']] },
  'in no container': { scope: ['!container'], rules: [['openat', 'args.pathname=/etc/*']] },
  'a mount namespace that nobody has': { scope: ['mntns=1'], rules: [['openat']] },
  'any process namespace but one': { scope: ['pidns!=1'], rules: [['close', 'retval=0']] },
  'another host': { scope: ['uts=somebody-elses'], rules: [['openat']] },
  // paths
  'a path': { rules: [['openat', 'args.pathname=/dev/null']] },
  'one of several paths': { rules: [['openat', 'args.pathname=/dev/zero,/etc/passwd,/nothing']] },
  'not a path': { rules: [['openat', 'args.pathname!=/dev/null']] },
  'the beginning of a path': { rules: [['openat', 'args.pathname=/etc/*']] },
  'beginnings that begin alike': { rules: [['openat', 'args.pathname=/*,/dev/*,/dev/nul*']] },
  'a beginning but not a longer one': { rules: [['openat', 'args.pathname=/dev/*', 'args.pathname!=/dev/nul*']] },
  'the end of a path': { rules: [['openat', 'args.pathname=*.so']] },
  'not the end of a path': { rules: [['openat', 'args.pathname!=*.so,*passwd']] },
  'the middle of a path': { rules: [['openat', 'args.pathname=*self*']] },
  'a beginning or an end': { rules: [['openat', 'args.pathname=/proc/*,*.1']] },
  'a beginning or the middle': { rules: [['openat', 'args.pathname=/proc/*,*ull*']] },
  'any path': { rules: [['openat', 'args.pathname=*']] },
  'a path of more than 255 characters': { rules: [['openat', `args.pathname=/nowhere/${'d'.repeat(286)}.end`]] },
  'the beginning of it': { rules: [['openat', `args.pathname=/nowhere/${'d'.repeat(200)}*`]] },
  'a short beginning of it and its end': { rules: [['openat', 'args.pathname=/nowhere/*', 'args.pathname!=*.exe']] },
  'a path that is not UTF-8': { rules: [['openat', 'args.pathname=/tmp/\udcff*']] },
  'a thousand paths': { rules: [['openat', `args.pathname=${list(1000, (i) => `/a/${i}*`)},/etc/*`]] },
  // numbers
  'a number': { rules: [['close', 'args.fd=5300']] },
  'a negative number': { rules: [['close', 'args.fd=-3']] },
  'one of many numbers': { rules: [['close', `args.fd=${list(500, (i) => `${5000 + i * 7}`)}`]] },
  'not a number': { rules: [['close', 'args.fd!=5300,5400']] },
  'a range': { rules: [['close', 'args.fd>=5200', 'args.fd<5600']] },
  'a range without some': { rules: [['close', 'args.fd>-5', 'args.fd!=-2,5100']] },
  'a range of 64 bits with a sign': { rules: [['lseek', 'args.offset<0']] },
  'a number of 64 bits': { rules: [['lseek', 'args.offset=1250999896491']] },
  'a range of 64 bits without a sign': { rules: [['prctl', 'args.arg2>=0x8000000000000000']] },
  'a flag': { rules: [['openat', 'args.flags=O_CLOEXEC']] },
  'an access mode': { rules: [['openat', 'args.flags=O_RDWR']] },
  'one of two flags': { rules: [['openat', 'args.flags=O_NOFOLLOW,O_DIRECTORY']] },
  'not a flag': { rules: [['openat', 'args.flags!=O_CLOEXEC']] },
  'a returned value': { rules: [['openat', 'retval=-2']] },
  'a range of returned values': {
    rules: [
      ['openat', 'retval<0'],
      ['close', 'retval=0'],
    ],
  },
  // together
  'a path and a flag and a returned value': {
    rules: [['openat', 'args.pathname=/dev/*', 'args.flags=O_CLOEXEC', 'retval>=0']],
  },
  'a user and a path': { scope: ['uid=1234'], rules: [['openat', 'args.pathname=/etc/*']] },
  'what the kernel cannot decide and what it can': {
    scope: ['comm=filtered*'],
    rules: [['openat', 'args.pathname=*ev*', 'args.flags!=O_RDWR']],
  },
  'two rules for one event': {
    rules: [
      ['openat', 'args.pathname=/dev/zero'],
      ['openat', 'args.flags=O_RDWR'],
    ],
  },
  'two policies for one path, the first': { rules: [['openat', 'args.pathname=/dev/n*']] },
  'two policies for one path, the other': {
    rules: [
      ['openat', 'args.pathname=/dev/nu*'],
      ['close', 'args.fd>5000'],
    ],
  },
  'the opposite of another': {
    rules: [
      ['close', 'args.fd<5200'],
      ['lseek', 'args.offset>=0'],
    ],
  },
  'a filter of a rule on its task': { rules: [['unlinkat', 'uid=1234', 'args.flags=AT_REMOVEDIR']] },
  'nothing of an event': { rules: [['unlinkat', 'args.pathname=/else']] },
});
