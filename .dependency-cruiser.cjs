/**
 * Who may know whom. Each rule says why, and `.run/boundaries.test.ts` breaks each one once.
 * The words behind it stand in README.md under "Where is it?".
 */

/** Features depend downwards only: each may know those before it, and is reached upwards by events. */
const featuresUpwards = [
  'notifications',
  'jobs',
  'factors',
  'access',
  'account',
  'preferences',
  'drafts',
  'sso',
  'team',
  'projects',
  'apps',
  'keys',
  'logs',
  'customers',
  'transactions',
  'webhooks',
  'releases',
  'embeds',
  'audit',
  'exports',
  'staff',
  'demo',
  'pages',
]

const feature = (name) => `^api/src/features/${name}/`
const tests = '\\.(test|stories|e2e)\\.tsx?$'
const browser = '^(mfe-[a-z]+/src|shell/(src|module/src|embed/(package/)?src)|storybook/ui/src)/'
/** The pages of strangers that the journeys go to: what they have installed is not ours to resolve. */
const strangers = '^shell/e2e/hosts/([^/]+/|page\\.|react-page\\.)'

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    rule(
      'no-circles',
      'What runs only through itself can be neither understood nor lifted out alone. Types may meet.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'modules-know-three-packages',
      'A module is deployed alone: it knows the contract, what a module is, and how things look.',
      { path: '^mfe-([a-z]+)/src/', pathNot: `${tests}|^mfe-[a-z]+/src/testing/` },
      {
        path: '^(api|shell|storybook|mfe-)',
        pathNot: '^(mfe-$1|api/contract|shell/module|storybook/ui)/',
      },
    ),
    rule(
      'modules-ship-no-tests',
      'What tests and stories stand on brings samples along, which nobody is to load.',
      { path: '^mfe-([a-z]+)/src/', pathNot: `${tests}|^mfe-[a-z]+/src/testing/` },
      { path: '^mfe-[a-z]+/src/testing/' },
    ),
    rule(
      'no-module-knows-another',
      'Not even its tests may, or the two could not be built apart.',
      { path: '^mfe-([a-z]+)/' },
      { path: '^mfe-', pathNot: '^mfe-$1/' },
    ),
    rule(
      'hosts-meet-modules-at-run-time',
      'A shell that imports a module has to be built again for its every release.',
      { path: '^shell/' },
      { path: '^mfe-' },
    ),
    rule(
      'contract-knows-zod-alone',
      'It is read by every side, so it may drag nothing along.',
      { path: '^api/contract/src/', pathNot: `${tests}|/(generate|accept)\\.ts$` },
      { pathNot: '^(api/contract/src/|node_modules/zod/)' },
    ),
    rule(
      'client-needs-nothing',
      'Partners install it, and where it runs there may be neither packages nor Node.',
      { path: '^api/client/src/', pathNot: '^api/client/src/listen/' },
      { pathNot: '^api/(client/src/|contract/src/(address|api-versions)\\.ts$)' },
    ),
    rule(
      'listen-needs-node-alone',
      'It is a program that comes with the client, and is installed with nothing else.',
      { path: '^api/client/src/listen/' },
      { pathNot: '^api/client/src/', dependencyTypesNot: ['core'] },
    ),
    rule(
      'nothing-imports-listen',
      'It runs on Node; what is imported of the client has to run elsewhere, too. Types may meet.',
      { path: '^api/client/src/', pathNot: '^api/client/src/listen/' },
      { path: '^api/client/src/listen/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'ui-knows-no-domain',
      'How things look must not depend on what they are.',
      { path: '^storybook/ui/' },
      { path: '^(api|shell|mfe-)' },
    ),
    rule(
      'ui-alone-draws-charts',
      'One importer, so that charts look alike and are loaded late everywhere.',
      { pathNot: '^storybook/ui/' },
      { path: 'node_modules/(echarts|zrender)/' },
    ),
    rule(
      'browser-reaches-the-server-by-the-contract',
      'There is no other door.',
      { path: browser },
      { path: '^api/(?!contract/)' },
    ),
    rule(
      'portal-is-not-ours',
      'It stands for a stranger: it knows the address of our loader and nothing else.',
      { path: '^shell/portal/' },
      { path: '^(api|storybook|mfe-|shell/(?!portal/)|\\.run)' },
    ),
    rule(
      'strangers-know-the-package-alone',
      'They stand for partners, who have what we publish and nothing of our sources.',
      { path: strangers },
      // Here the name of the package leads to the loader; they are built with what is packed.
      { path: '^(api|storybook|mfe-|shell/(?!e2e/hosts/|embed/src/loader\\.ts$)|\\.run)' },
    ),
    rule(
      'api-knows-no-shell',
      'The server hands out what browsers run, as it was built, and is built without it.',
      { path: '^api/', pathNot: `${tests}|^api/(bench|src/testing)/` },
      { path: '^(shell|mfe-|storybook)' },
    ),
    rule(
      'loader-imports-nothing',
      'It stands in every partner page and has less than two kilobytes.',
      { path: '^shell/embed/src/loader\\.ts$' },
      { dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'core-knows-no-feature',
      'Every feature stands on it, and any of them can be taken away.',
      { path: '^api/src/core/', pathNot: tests },
      { path: '^api/src/features/' },
    ),
    rule(
      'features-meet-by-their-index',
      'What is not in the index of a feature may change without asking anybody.',
      { path: '^api/src/features/([a-z]+)/' },
      { path: '^api/src/features/', pathNot: '^api/src/features/($1/|[a-z]+/index\\.ts$)' },
    ),
    ...featuresUpwards
      .slice(0, -1)
      .map((name, place) =>
        rule(
          `${name}-depends-downwards`,
          'The order is notifications < access < projects < … < pages; upwards a feature is reached by events.',
          { path: feature(name), pathNot: tests },
          { path: feature(`(${featuresUpwards.slice(place + 1).join('|')})`) },
        ),
      ),
    rule(
      'routes-go-through-their-service',
      'Rules stand in the service; a route that reads rows walks around them.',
      { path: '\\.routes\\.ts$' },
      { path: '\\.(store|view)\\.ts$' },
    ),
    rule(
      'sql-stands-in-stores',
      'One place to look for a query, and one to translate its names.',
      { path: '^api/src/features/', pathNot: `\\.(store|view)\\.ts$|${tests}` },
      { path: '(^|/)node_modules/(knex|pg|pg-[a-z-]+)/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'no-orphans',
      'A file that nobody reaches is not used.',
      {
        orphan: true,
        pathNot: `${tests}|\\.d\\.ts$|\\.config\\.[a-z]+$|-loader\\.cjs$|(^|/)(migrations|seeds|bench|e2e|testing|fixtures|public)/|(^|/)\\.`,
      },
      {},
    ),
    rule(
      'no-undeclared-packages',
      'A package that is not named by its user goes away with somebody else’s.',
      { pathNot: strangers },
      { path: 'node_modules/', dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'everything-resolves',
      'An import that leads nowhere.',
      { pathNot: strangers },
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.build|\\.data)/' },
    // What is compiled away is told by `import type`; to compile each file as well takes three times as long.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    combinedDependencies: true,
  },
}
