/** A reporter of node:test: a line of JSON for each test that ended; suites only hold tests. One that was left out has failed: there are none. */
export default async function* report(events) {
  for await (const { type, data } of events) {
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details?.type === 'suite') continue;
    const leftOut = data.skip !== undefined || data.todo !== undefined;
    yield `${JSON.stringify({ name: data.name, passed: type === 'test:pass' && !leftOut })}\n`;
  }
}
