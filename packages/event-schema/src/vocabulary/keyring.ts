import { defineEnum } from './define';

export default defineEnum({
  name: 'keyring',
  doc: 'Keyrings that have a number for every process: add_key, request_key',
  values: {
    KEY_SPEC_THREAD_KEYRING: -1,
    KEY_SPEC_PROCESS_KEYRING: -2,
    KEY_SPEC_SESSION_KEYRING: -3,
    KEY_SPEC_USER_KEYRING: -4,
    KEY_SPEC_USER_SESSION_KEYRING: -5,
    KEY_SPEC_GROUP_KEYRING: -6,
    KEY_SPEC_REQKEY_AUTH_KEY: -7,
    KEY_SPEC_REQUESTOR_KEYRING: -8,
  },
});
