/** What every browser build of the house shares, the modules' and the host's own. */
const MinimizerPlugin = require('minimizer-webpack-plugin')
const compileTexts = require('@sonaqor/ui/compile-texts')
const ground = require('./ground.cjs')
const knownRoutes = require('./known-routes-loader.cjs')
const leanCss = require('./lean-css-loader.cjs')
const { PlainCallsPlugin } = require('./plain-calls-plugin.cjs')
const { ScriptsByHostPlugin } = require('./scripts-by-host-plugin.cjs')
const { SheetsTogetherPlugin } = require('./sheets-together-plugin.cjs')

const target = 'es2023'

const swc = {
  loader: require.resolve('swc-loader'),
  options: {
    // A stray .swcrc of some folder above has turned browser builds into CommonJS.
    swcrc: false,
    jsc: {
      target,
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
  },
}

/** What is built from our own sources. A stylesheet becomes a constructed sheet. */
exports.sources = {
  rules: [
    { test: /\.tsx?$/, use: swc },
    knownRoutes.rule,
    ground.rule,
    ...compileTexts.rules,
    { test: /\.css$/, type: 'css/auto', use: leanCss.loader },
    { test: /\.woff2$/, type: 'asset/resource' },
  ],
  parser: { 'css/auto': { exportType: 'css-style-sheet' } },
}

/** How parts are found and loaded that come later, by whatever script is at work in the page. */
exports.laterParts = {
  publicPath: 'auto',
  // Longer than any part of ours should take; then it counts as failed, and can be tried again.
  chunkLoadTimeout: 15_000,
}
exports.loadedByHost = () => new ScriptsByHostPlugin('SonaqorRuntime.script(url)')

exports.common = (folder) => ({
  mode: 'production',
  target: ['web', 'es2023'],
  context: folder,
  devtool: false,
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  experiments: { css: true },
  // Sizes are measured in gzip by `npm run bench`; webpack's own hints speak of raw bytes.
  performance: false,
  infrastructureLogging: { level: 'error' },
  optimization: {
    // A page of ours is a few files that belong together; one large one is smaller than five parts.
    splitChunks: false,
    // What is asked for most is asked for by the shortest name; no build is patched by another one.
    moduleIds: 'size',
    mangleExports: 'size',
    minimizer: [
      new MinimizerPlugin({
        minify: MinimizerPlugin.swcMinify,
        extractComments: false,
        terserOptions: { format: { comments: false }, compress: { passes: 3 } },
      }),
      new PlainCallsPlugin(),
      new SheetsTogetherPlugin(),
    ],
  },
})
