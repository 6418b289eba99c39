const units = { ms: 1_000_000n, s: 1_000_000_000n, m: 60_000_000_000n, h: 3_600_000_000_000n } as const;

/** A length of event time, such as '500ms', '30s', '5m' or '1h'. */
export type Duration = `${number}${keyof typeof units}`;

/** ns */
export function nanoseconds(duration: string): bigint {
  const [, number, unit] = /^(\d+)(ms|s|m|h)$/.exec(duration) ?? [];
  if (number === undefined || BigInt(number) === 0n)
    throw new Error(`duration: "${duration}": not a whole number and a unit (as in 500ms, 30s, 5m, 1h)`);
  return BigInt(number) * units[unit as keyof typeof units];
}
