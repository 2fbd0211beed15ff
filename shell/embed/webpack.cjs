/**
 * How a page of our own is built: the shell, our secure frame, and what the loader fetches. Each is
 * one script, with parts that it loads later, and a `<name>.json` that tells the server its files.
 */
const { join } = require('node:path')
const { common, laterParts, loadedByHost, sources } = require('@sonaqor/module/webpack/common')
const { FilesPlugin } = require('./webpack/files-plugin.cjs')

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
  plugins: [loadedByHost(), new FilesPlugin(name)],
})
