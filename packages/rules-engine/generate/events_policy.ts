import { loadSignatures, type Signature } from '../src/index';

const head = `# The events that the signatures need, of everything: what tracee-collect traces in a deployment (docs/deployment.md).
# Written by \`npm run generate\`; put your own policies beside it.
apiVersion: tracee.aquasec.com/v1beta1
kind: Policy
metadata:
  name: signatures
spec:
  scope: [global]
  rules:
`;

/** A policy for tracee-collect that selects what the signatures look at which are on by themselves. */
export async function eventsPolicy(): Promise<string> {
  const signatures = await loadSignatures({ directories: [], only: [] });
  return `${head}${eventNames(signatures)
    .map((name) => `    - event: ${name}\n`)
    .join('')}`;
}

const eventNames = (signatures: readonly Signature[]): string[] =>
  [...new Set(signatures.flatMap(({ on }) => Object.keys(on)))].sort();
