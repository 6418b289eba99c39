import type { Event } from '../signature/signature';

/** The event is of a container of which its runtime had told nothing by then: what it is called is not known. */
export const isNameless = ({ containerId, containerName, containerImage, podName }: Event): boolean =>
  containerId !== '' && containerName === '' && containerImage === '' && podName === '';
