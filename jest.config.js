/** Tests run from TypeScript sources; packages resolve to their sources, so no build is needed first. */
module.exports = {
  testEnvironment: 'node',
  // what hangs still ends; what starts processes is slow on a busy machine
  testTimeout: 30_000,
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  moduleNameMapper: {
    '^@tracee/event-schema$': '<rootDir>/packages/event-schema/src/index.ts',
    '^@tracee/rules-engine$': '<rootDir>/packages/rules-engine/src/index.ts',
    '^@tracee/collector$': '<rootDir>/packages/collector/src/index.ts',
    // parts of a package that its main module does not export
    '^@tracee/([^/]+)/dist/(.*)$': '<rootDir>/packages/$1/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  testMatch: [
    '<rootDir>/packages/*/test/**/*.test.ts',
    '<rootDir>/btf/test/**/*.test.ts',
    '<rootDir>/test/**/*.test.ts',
  ],
  modulePathIgnorePatterns: ['<rootDir>/packages/.*/dist', '<rootDir>/btf/dist', '<rootDir>/build'],
};
