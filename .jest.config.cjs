/**
 * Two kinds of tests beside the code: `*.test.ts` on Node (the API on a real PostgreSQL, the tools),
 * and `*.test.tsx` in jsdom (components). Jest runs with --experimental-vm-modules, for several
 * packages exist as ES modules alone.
 */
const swc = (syntax) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { target: 'es2024', parser: syntax, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'es6' },
  },
]

const { isCatalogue } = require('./storybook/ui/compile-texts/catalogue.cjs')

const common = {
  rootDir: __dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // The first that matches is taken.
  transform: {
    [isCatalogue.source]: '<rootDir>/storybook/ui/compile-texts/jest-transform.cjs',
    '\\.tsx$': swc({ syntax: 'typescript', tsx: true }),
    '\\.ts$': swc({ syntax: 'typescript' }),
  },
  transformIgnorePatterns: ['/node_modules/'],
  testPathIgnorePatterns: ['/node_modules/', '/\\.build/', '/\\.data/'],
  modulePathIgnorePatterns: ['/\\.build/', '/\\.data/'],
}

module.exports = {
  rootDir: __dirname,
  // A bound for what hangs, not a measure of speed: a busy machine must fail no test.
  testTimeout: 120_000,
  // A worker has grown to a gigabyte by then, and giving that back may take longer than Jest's half second.
  workerGracefulExitTimeout: 5000,
  globalSetup: '<rootDir>/.run/test-cluster.mjs',
  globalTeardown: '<rootDir>/.run/test-cluster-stop.mjs',
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      globalSetup: '<rootDir>/api/src/testing/start-keeper.mjs',
      globalTeardown: '<rootDir>/api/src/testing/end-keeper.mjs',
      testMatch: ['<rootDir>/{api,shell,storybook,mfe-*,.run}/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/{shell,storybook,mfe-*}/**/*.test.tsx'],
      setupFiles: ['<rootDir>/storybook/ui/src/testing/dom.ts'],
      moduleNameMapper: {
        '\\.css$': '<rootDir>/storybook/ui/src/testing/sheet.ts',
      },
    },
  ],
}
