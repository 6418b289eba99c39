/**
 * What two releases of one series have in common: the first two numbers and every word, so that 6.1.0-50-cloud-amd64 goes with
 * 6.1.0-47-cloud-amd64, and with neither 6.1.0-47-amd64 nor 6.12.43+deb12-cloud-amd64.
 */
export function seriesOf(release: string): string {
  const [, head = '', tail = release] = /^(\d+\.\d+)(.*)$/.exec(release) ?? [];
  return head + tail.replace(/\d+/g, '#');
}

/** Which of the candidates is nearest to a release, comparing their numbers from the left. */
export function nearestRelease(release: string, candidates: readonly string[]): string | undefined {
  const wanted = numbersOf(release);
  const distances = candidates.map((candidate) => ({
    candidate,
    distance: numbersOf(candidate).map((number, i) => Math.abs(number - (wanted[i] ?? 0))),
  }));
  return distances.sort((a, b) => compare(a.distance, b.distance))[0]?.candidate;
}

const numbersOf = (release: string) => (release.match(/\d+/g) ?? []).map(Number);

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, i) => number !== b[i]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] ?? 0);
}
