import { z } from 'zod';

/** A policy as its file has it: the Kubernetes shape that Tracee's users write. What `actions` says is for others to act on. */
export const policyShape = z.strictObject({
  apiVersion: z.literal('tracee.aquasec.com/v1beta1'),
  kind: z.literal('Policy'),
  metadata: z.looseObject({ name: z.string().min(1) }),
  spec: z.strictObject({
    scope: z.array(z.string()).optional(),
    defaultActions: z.array(z.string()).optional(),
    rules: z
      .array(
        z.strictObject({
          event: z.string().min(1),
          filters: z.array(z.string()).optional(),
          actions: z.array(z.string()).optional(),
        }),
      )
      .min(1),
  }),
});

export type Policy = z.infer<typeof policyShape>;
