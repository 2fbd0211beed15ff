const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { common, sources } = require('@sonaqor/module/webpack/common')
const { DefinePlugin } = require('webpack')
const { hostBuild } = require('./webpack.cjs')

const output = join(__dirname, '../../.build/embed')

/** The loader asks for the host script by name and hash; so it is built last. */
const fromHost = (part) =>
  DefinePlugin.runtimeValue(
    () => JSON.stringify(JSON.parse(readFileSync(join(output, 'host.json'), 'utf8'))[part]),
    true,
  )

const loader = {
  ...common(__dirname),
  entry: './src/loader.ts',
  output: { path: output, filename: 'v1.js' },
  module: sources,
  plugins: [
    new DefinePlugin({ HOST_FILE: fromHost('file'), HOST_INTEGRITY: fromHost('integrity') }),
  ],
}

module.exports = [
  hostBuild({ folder: __dirname, name: 'host', entry: './src/host-script.ts', output: 'embed' }),
  hostBuild({ folder: __dirname, name: 'frame', entry: './src/frame.ts', output: 'shell' }),
  loader,
]
