import type { Container, Labels } from '@tracee/event-schema';

/** What a runtime tells of a container. '' and false where it told nothing. */
export interface Description extends Container {
  /** The container that holds the namespaces of a pod. */
  readonly podSandbox: boolean;
  /** By key, all of them; those that the user chose go to the dictionary. */
  readonly labels: Labels;
}

/** What is known of a container without asking. */
export const undescribed = (id: string, runtime: string): Description => ({
  id,
  image: '',
  digest: '',
  name: '',
  podName: '',
  podNamespace: '',
  podUid: '',
  runtime,
  podSandbox: false,
  labels: {},
});

/** Whether its runtime has told anything. */
export const isDescribed = ({ image, name, podName }: Description): boolean =>
  image !== '' || name !== '' || podName !== '';

/** Arguments of container_create and existing_container. */
export const containerArguments = (about: Description, ctime: bigint): Readonly<Record<string, unknown>> => ({
  runtime: about.runtime,
  container_id: about.id,
  ctime,
  container_image: about.image,
  container_image_digest: about.digest,
  container_name: about.name,
  pod_name: about.podName,
  pod_namespace: about.podNamespace,
  pod_uid: about.podUid,
  pod_sandbox: about.podSandbox,
});
