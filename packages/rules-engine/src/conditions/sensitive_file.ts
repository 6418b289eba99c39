import { all, any, type Condition } from '../where/condition';
import type { TextField } from '../where/fields';

const files = new Set([
  '/etc/gshadow',
  '/etc/gshadow-',
  '/etc/krb5.keytab',
  '/etc/security/opasswd',
  '/etc/shadow',
  '/etc/shadow-',
  '/etc/sudoers',
]);

/** Keys and tokens of users, below a home directory. */
const inHome =
  /^\/(?:root|home\/[^/]+)\/(?:\.ssh\/(?:id_[^/.]+|identity)|\.aws\/credentials|\.azure\/(?:accessTokens|msal_token_cache)\.json|\.config\/gcloud\/(?:credentials\.db|application_default_credentials\.json)|\.docker\/config\.json|\.git-credentials|\.kube\/config|\.netrc|\.pgpass|\.gnupg\/private-keys-v1\.d\/[^/]+)$/;
const hostKey = /^\/etc\/ssh\/ssh_host_[^/]+_key$/;

/** The file holds passwords or keys: what it gives is access. */
export const isSensitiveFile = (path: string | null): boolean =>
  path !== null && (files.has(path) || inHome.test(path) || hostKey.test(path));

/** Holds for each sensitive file, and for a few more: for `where`, before isSensitiveFile. */
export const maybeSensitiveFile = (path: TextField): Condition =>
  any(
    path.oneOf(files),
    all(any(path.startsWith('/root/.'), path.startsWith('/home/')), path.contains('/.')),
    all(path.startsWith('/etc/ssh/'), path.endsWith('_key')),
  );
