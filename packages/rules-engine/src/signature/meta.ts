import { z } from 'zod';
import { severities, tactics } from './ranks';

const sentence = z.string().trim().min(1);

export const metaSchema = z.strictObject({
  /** Never reused for another behaviour: TRC-105. Yours: any prefix of your own, then a number. */
  id: z.string().regex(/^[A-Z][A-Z0-9]*-\d+$/, 'must be capitals, a dash and a number, as in ACME-1'),
  /** The basename of the file that holds the class. */
  name: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be lower case letters, digits and underscores'),
  /** What was seen, in a few words; the headline of a finding. */
  title: sentence,
  /** Raised when the same events may give other findings. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be three numbers, as in 1.0.0'),
  severity: z.enum(severities),
  tactic: z.enum(tactics),
  /** MITRE ATT&CK technique. */
  technique: z.strictObject({
    id: z.string().regex(/^T\d{4}(\.\d{3})?$/, 'must be a technique id, as in T1055 or T1055.008'),
    name: sentence,
  }),
  /** How far back from a finding its events matter, in ms: a loss in that time is told with it. Without one: 10 s. */
  window: z.number().positive().optional(),
  /** Why this behaviour matters and what it usually means. */
  description: sentence,
  /** What an attacker can do without being seen by this signature: a sentence each. */
  misses: z.array(sentence).min(1),
});

/** What is known of a signature before any event: see metaSchema for each field. */
export type Meta = z.infer<typeof metaSchema>;
