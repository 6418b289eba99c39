export const grouped = (value: number | bigint) => value.toLocaleString('en');

/** 1 signature, 2 signatures. */
export const counted = (value: number, noun: string) => `${grouped(value)} ${noun}${value === 1 ? '' : 's'}`;
