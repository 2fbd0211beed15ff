/** How the strangers build their pages: each its own way, from what they have installed. */
const { join } = require('node:path')
const { ModuleFederationPlugin } = require('@module-federation/enhanced/webpack')

const output = join(__dirname, '../../../.build/hosts')
/** Our package as it is packed, and Angular; all else they have from the work tree. */
const installed = join(output, 'packages/node_modules')
const old = { react: 'react-18', 'react-dom': 'react-dom-18' }

const page = (name, entry, more = {}) => ({
  mode: 'production',
  name,
  target: ['web', 'es2022'],
  context: __dirname,
  devtool: false,
  entry: { [name]: entry },
  output: {
    path: output,
    filename: '[name].js',
    chunkFilename: `${name}.[id].js`,
    publicPath: '/built/',
    uniqueName: `stranger_${name}`,
  },
  performance: false,
  // They write what they build quickly: the tests weigh nothing of it.
  optimization: { minimize: false },
  infrastructureLogging: { level: 'error' },
  ...more,
  resolve: { modules: [installed, 'node_modules'], ...more.resolve },
})

const shared = {
  react: { singleton: true, requiredVersion: '^18.0.0' },
  'react-dom': { singleton: true, requiredVersion: '^18.0.0' },
}
const federation = (options) =>
  new ModuleFederationPlugin({ dts: false, manifest: false, shared, ...options })

/** Strict mode does its work in builds for development alone. */
const strict = { mode: 'development' }

exports.pages = [
  page('plain', './plain/page.js'),
  page('react-18', './react-18/page.js', {
    ...strict,
    resolve: { alias: old },
  }),
  page('react-19', './react-19/page.js', strict),
  page('server', './server/page.js'),
  page('vue', './vue/page.js'),
  page('angular', './angular/page.js'),
  page('hostile', './hostile/page.js'),
  page('hostile-before', './hostile/before.js'),
  page('federated', './federated/page.js', {
    resolve: { alias: old },
    plugins: [federation({ name: 'stranger', remotes: { weather: 'weather@/built/weather.js' } })],
  }),
  page('weather-team', './federated/weather.js', {
    resolve: { alias: old },
    plugins: [
      federation({
        name: 'weather',
        filename: 'weather.js',
        exposes: { './now': './federated/weather.js' },
      }),
    ],
  }),
]
