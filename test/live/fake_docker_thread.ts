import { workerData } from 'node:worker_threads';
import { fakeDocker } from './runc';

/** A fakeDocker() in a thread of its own, so that a test that has much to read does not make it slow; with names that begin with a prefix. */
const { path, prefix, image } = workerData as { path: string; prefix: string; image: string };

void fakeDocker(
  path,
  (id) => ({ Name: `/${prefix}${id.slice(0, 12)}`, Config: { Image: image } }),
  (id) => Number.parseInt(id.slice(0, 2), 16) % 50,
);
