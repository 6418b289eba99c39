import { counted, grouped } from '../output/counted';

/** Totals of a run, for its last line. */
export class Tally {
  events = 0;
  findings = 0;
  /** Of the streams before the current one. */
  private lostBefore = 0n;
  /** Of the last statistics or end frame. */
  private reported = 0n;
  /** Of the loss frames. */
  private recorded = 0n;
  private readonly started = process.hrtime.bigint();

  /** A header came: the totals that follow begin anew. */
  stream(): void {
    this.lostBefore = this.lost;
    this.reported = 0n;
    this.recorded = 0n;
  }

  totals(lost: bigint): void {
    this.reported = lost;
  }

  loss(count: bigint): void {
    this.recorded += count;
  }

  /** Loss frames and totals tell of the same events: what one of them has missed, the other knows. */
  get lost(): bigint {
    // biome-ignore lint/complexity/useMathMinMax: Math.max takes no bigint
    return this.lostBefore + (this.reported > this.recorded ? this.reported : this.recorded);
  }

  toString(): string {
    const seconds = Number(process.hrtime.bigint() - this.started) / 1e9;
    return `${counted(this.events, 'event')}, ${counted(this.findings, 'finding')}, ${grouped(this.lost)} lost, ${seconds.toFixed(1)} s`;
  }
}
