import { FrameReader, FrameWriter, toJson } from '@tracee/event-schema';
import { event } from '../../src/index';

const traceme = (sequence: number) =>
  event(
    'ptrace',
    { request: 0n },
    {
      timestamp: BigInt(1000 + sequence) * 1_000_000n,
      processName: 'victim',
      processId: 7,
      hostProcessId: 4242,
      userId: 1000,
    },
  );

export const header = (): Buffer =>
  new FrameWriter().header({ bootTime: 1_700_000_000_000_000_000n, host: 'node-1' }).take();

/** Frames of this many events of which each gives a finding (TRC-102). */
export function firing(count: number, from = 0): Buffer {
  const writer = new FrameWriter();
  for (let i = 0; i < count; i++) writer.event(traceme(from + i));
  return writer.take();
}

export const end = (delivered: number, lost = 0): Buffer =>
  new FrameWriter()
    .end({
      produced: BigInt(delivered + lost),
      delivered: BigInt(delivered),
      lost: BigInt(lost),
      reason: 'stopped',
      duration: 1n,
    })
    .take();

/** A whole capture with this many findings. */
export const capture = (count: number): Buffer => Buffer.concat([header(), firing(count), end(count)]);

/** The same events as Tracee writes them. */
export function jsonLines(frames: Buffer): string[] {
  const lines: string[] = [];
  new FrameReader({ event: (one) => lines.push(toJson(one)) }).push(frames);
  return lines;
}

/** Which events the findings in JSON lines are of; event i came 1 s + i ms after the boot. */
export const findingNumbers = (stdout: string): number[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '' && !line.includes('"engine":{'))
    .map((line) => Number(/^\{"timestamp":17000000(\d+)000000,/.exec(line)?.[1] ?? Number.NaN) - 1000);
