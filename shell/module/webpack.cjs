/**
 * The one way in which a module is built. A module's `webpack.config.js` is one line:
 * `module.exports = require('@sonaqor/module/webpack')(__dirname)`.
 *
 * What comes out is a federated remote without React and without a federation runtime: the host has
 * the one, and does what is left of the other, once for all modules. Each build carries its version in
 * every global name, so that two versions of a module can stand in one page.
 */
const { join } = require('node:path')
const { ModuleFederationPlugin } = require('@module-federation/enhanced/webpack')
const { NormalModuleReplacementPlugin } = require('webpack')
const { common, laterParts, sources } = require('./webpack/common.cjs')
const ground = require('./webpack/ground.cjs')
const { LeanWiringPlugin } = require('./webpack/lean-wiring-plugin.cjs')
const { ReleasePlugin } = require('./webpack/release-plugin.cjs')

/** Whatever React renders must be the React of the host: there is no copy to fall back on. */
const ofTheHost = { singleton: true, import: false, requiredVersion: '^19.0.0' }

/**
 * What webpack would build into each release to open it and to share by, and the federation runtime
 * below it, is the host's (`shell/embed/src/releases/federation.ts`): 4.5 KB less in every entry, and ten in
 * every page. The federation plugin hands its beginning over as the text of a module.
 */
const wiringOfTheHost = ({ request }, done) =>
  request?.startsWith('data:') ? done(null, ['SonaqorRuntime', 'federation'], 'global') : done()

/** @param {string} folder the module's own folder, with `module.json` and `src/module.ts` */
module.exports = function moduleBuild(folder) {
  const description = require(join(folder, 'module.json'))
  const { version } = require(join(folder, 'package.json'))
  const release = new ReleasePlugin({ description, packageVersion: version })

  return {
    ...common(folder),
    entry: {},
    output: {
      path: join(__dirname, '../../.build/modules', description.name),
      clean: true,
      ...laterParts,
      uniqueName: release.globalName,
      filename: '[name].js',
      // The folder of a release is named by its content; a list of hashes would only be long.
      chunkFilename: '[id].js',
      assetModuleFilename: '[contenthash:8][ext]',
    },
    module: sources,
    externals: [wiringOfTheHost],
    plugins: [
      new ModuleFederationPlugin({
        name: release.globalName,
        filename: release.entry,
        // A container is left where the host looks for it, and not in a global of its own.
        library: { type: 'assign', name: ['SonaqorRuntime', 'containers', release.name] },
        exposes: { './module': './src/module.ts' },
        shareScope: 'sonaqor',
        shareStrategy: 'loaded-first',
        shared: {
          react: ofTheHost,
          'react/': ofTheHost,
          'react-dom': ofTheHost,
          'react-dom/': ofTheHost,
        },
        dts: false,
        dev: false,
        virtualRuntimeEntry: true,
        experiments: {
          optimization: { target: 'web', disableRemote: true, disableSnapshot: true },
        },
      }),
      new LeanWiringPlugin(),
      new NormalModuleReplacementPlugin(...ground.apart),
      release,
    ],
  }
}
