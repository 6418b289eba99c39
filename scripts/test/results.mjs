/** What passed, failed and was skipped, of all parts. */
export class Results {
  passed = 0;
  failures = [];
  #skipped = [];

  /** `failures` names what failed. */
  add({ passed = 0, failures = [] }) {
    this.passed += passed;
    this.failures.push(...failures);
  }

  skip(what, why) {
    this.#skipped.push(`skipped: ${what}: ${why}`);
  }

  toString() {
    const failed = this.failures.map((name) => `failed: ${name}`);
    return [...failed, ...this.#skipped, `${this.passed} passed, ${this.failures.length} failed`].join('\n');
  }
}
