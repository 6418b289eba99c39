import { defineEnum } from './define';

export default defineEnum({
  name: 'memory_alert',
  doc: 'What mem_prot_alert saw, in the words of Tracee',
  values: {
    'Mmaped region with W+E permissions!': 1,
    'Protection changed to Executable!': 2,
    'Protection changed from E to W+E!': 3,
    'Protection changed from W+E to E!': 4,
  },
});
