import { createInterface } from 'node:readline';

/** What a person sees of each act. Its trigger (test/triggers) has the name of the signature that must find it. */
const acts = {
  anti_debugging: 'a process makes itself the tracee of its parent',
  ptrace_code_injection: 'a process pokes code and data into its stopped child',
  fileless_execution: 'a program is executed from /dev/shm, and one from a memfd',
  process_vm_write_inject: 'a process writes into the memory of its child',
  illegitimate_shell: 'a process named nginx becomes a shell',
};

/** How long a finding may take after the act. */
const patienceMs = 5000;

/** Performs them all and shows what was found; returns how many findings are missing. */
export async function performActs(stage, findingLines) {
  const findings = [];
  createInterface({ input: findingLines }).on('line', (line) => findings.push(JSON.parse(line)));
  let missing = 0;
  for (const [name, text] of Object.entries(acts)) {
    process.stdout.write(`\n${text}\n`);
    for (const truth of await stage.act(name)) {
      const finding = await take(
        findings,
        (found) => found.signature.name === name && found.event.hostProcessId === truth.pid,
      );
      if (finding === undefined) missing++;
      process.stdout.write(
        finding === undefined ? `  MISSING: ${name} of process ${truth.pid}\n` : `  found: ${describe(finding)}\n`,
      );
    }
  }
  process.stdout.write('\n');
  return missing;
}

/** The first that fits, taken out; undefined when none comes in time. */
async function take(findings, fits) {
  for (const end = Date.now() + patienceMs; ; await new Promise((resolve) => setTimeout(resolve, 10))) {
    const index = findings.findIndex(fits);
    if (index >= 0) return findings.splice(index, 1)[0];
    if (Date.now() > end) return undefined;
  }
}

function describe({ signature, event, data }) {
  const details = Object.entries(data ?? {}).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  return `${signature.id} ${signature.name} (${signature.severity}), ${event.eventName} of ${event.processName}, process ${event.hostProcessId}${details.join('')}`;
}
