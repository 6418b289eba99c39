import type { Handlers, Meta, Signature } from '@tracee/rules-engine';

export const signature = (n: number, on: Handlers): Signature => ({
  meta: { id: `BENCH-${n}`, name: `bench_${n}` } as Meta,
  on,
});

/** What real ones look for: a path opened for writing, a request, a program in memory. No two look for the same. */
export const declared = (n: number) =>
  signature(n, {
    openat: {
      where: ({ args, returnValue }) => [
        returnValue.ge(0n),
        args.pathname.eq(`/etc/sensitive-${n}`),
        args.flags.hasAny(3),
      ],
    },
    ptrace: { where: ({ args }) => args.request.eq(BigInt(1000 + n)) },
    sched_process_exec: { where: ({ args }) => args.pathname.startsWith(`/dev/shm/${n}`) },
  });
