import { encodeText } from '@tracee/event-schema';
import { type Description, undescribed } from '../containers/description';
import { type ContainerFilter, type DescribedCondition, type DescribedSubject, describedSubjects } from './condition';
import { textEquals } from './text_equals';

/** What a filter on containers looks at. */
export interface ContainerFacts {
  /** '' outside of containers */
  readonly id: string;
  /** It started after the collector. */
  readonly isNew: boolean;
  /** Absent: its runtime has not told yet. */
  readonly description?: Description;
}

/** Of a container that its runtime does not know, or of which it has told nothing in time. */
export const nothingTold: Description = undescribed('', '');

/**
 * Whether a filter takes the tasks of a container, or those outside of all; undefined while that depends on what the runtime has not told
 * yet. A text that a container does not have equals nothing, so that `=` refuses it and `!=` takes it, as it takes what is outside.
 */
export function takesContainer(
  filter: ContainerFilter,
  { id, isNew, description }: ContainerFacts,
): boolean | undefined {
  const isInside = id !== '';
  const begins = (prefix: string) => isInside && id.startsWith(prefix);
  const { ids, described = [] } = filter;
  if ((filter.inContainer ?? isInside) !== isInside || (filter.isNew ?? isNew) !== isNew) return false;
  if (ids !== undefined && ((ids.wanted.length > 0 && !ids.wanted.some(begins)) || ids.excluded.some(begins)))
    return false;
  if (described.length === 0) return true;
  if (isInside && description === undefined) return undefined;
  return described.every((condition) => isDescribed(condition, isInside ? (description ?? nothingTold) : nothingTold));
}

function isDescribed(condition: DescribedCondition, description: Description): boolean {
  const text = textOf(condition, description);
  const bytes = encodeText(text);
  const is = (pattern: DescribedCondition['anyOf'][number]) =>
    text !== '' && pattern.kind === 'text' && textEquals(pattern.how, encodeText(pattern.text), bytes);
  return (condition.anyOf.length === 0 || condition.anyOf.some(is)) && !condition.noneOf.some(is);
}

const told: Readonly<Record<DescribedSubject, (description: Description) => string>> = {
  name: ({ name }) => name,
  image: ({ image }) => image,
  pod: ({ podName }) => podName,
  namespace: ({ podNamespace }) => podNamespace,
};

/** '' where the container has none. */
function textOf({ subject, label = '' }: DescribedCondition, description: Description): string {
  if (subject !== 'label') return told[subject](description);
  return Object.hasOwn(description.labels, label) ? (description.labels[label] ?? '') : '';
}

/** The texts of a description as the addon takes them: those of the subjects, then keys and values of labels. */
export const describedTexts = (description: Description): string[] => [
  ...describedSubjects.map((subject) => told[subject](description)),
  ...Object.entries(description.labels).flat(),
];
