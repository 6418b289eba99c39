import type { Labels } from '@tracee/event-schema';
import type { Description } from '../description';

/** What the kubelet writes into the labels of the containers that it makes, through whatever runtime. */
export const podOf = (labels: Labels): Pick<Description, 'podName' | 'podNamespace' | 'podUid'> => ({
  podName: labels['io.kubernetes.pod.name'] ?? '',
  podNamespace: labels['io.kubernetes.pod.namespace'] ?? '',
  podUid: labels['io.kubernetes.pod.uid'] ?? '',
});

/** The container's name in its pod; '' for one of no pod. */
export const nameInPod = (labels: Labels): string => labels['io.kubernetes.container.name'] ?? '';
