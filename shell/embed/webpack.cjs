/**
 * How a page of our own is built: the shell, our secure frame, and what the loader fetches. Each is
 * one script, with parts that it loads later, and a `<name>.json` that tells the server its files.
 */
const { join } = require('node:path')
const { common, laterParts, loadedByHost, sources } = require('@sonaqor/module/webpack/common')
const { DefinePlugin } = require('webpack')
const { FilesPlugin } = require('./webpack/files-plugin.cjs')

/**
 * The runtime of Module Federation is kept for what it alone can do, sharing React between releases.
 * It leaves out what servers need, and its own way to find and preload remotes (6 KB in every page):
 * our registry has told the host everything that a federation manifest could.
 */
const leanFederation = {
  ENV_TARGET: '"web"',
  FEDERATION_OPTIMIZE_NO_REMOTE: true,
  FEDERATION_OPTIMIZE_NO_SNAPSHOT_PLUGIN: true,
}

/**
 * @param {object} options
 * @param {string} options.folder where `entry` is looked up
 * @param {string} options.name of the script and of its list of files
 * @param {string} options.entry
 * @param {string} options.output a folder in `.build`
 */
exports.hostBuild = ({ folder, name, entry, output }) => ({
  ...common(folder),
  entry: { [name]: entry },
  output: {
    path: join(__dirname, '../../.build', output),
    // Other builds write into the same folder; what is cleaned away is our own.
    clean: { keep: (file) => !file.startsWith(`${name}.`) },
    ...laterParts,
    uniqueName: `sonaqor_${name}`,
    filename: '[name].[contenthash:8].js',
    chunkFilename: `${name}.[contenthash:8].js`,
    assetModuleFilename: `${name}.[contenthash:8][ext]`,
  },
  module: sources,
  plugins: [new DefinePlugin(leanFederation), loadedByHost(), new FilesPlugin(name)],
})
