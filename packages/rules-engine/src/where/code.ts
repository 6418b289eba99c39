/** Expressions that hold when all, or any, of the given ones do. */
export const all = (parts: readonly string[]): string => (parts.length === 0 ? 'true' : `(${parts.join(' && ')})`);
export const any = (parts: readonly string[]): string => (parts.length === 0 ? 'false' : `(${parts.join(' || ')})`);
