const { hostBuild } = require('@sonaqor/embed/webpack')
const moduleBuild = require('@sonaqor/module/webpack')

/**
 * The shell's own views are a module like any other; its frame is the page around all modules. What the
 * docs can do beyond being read is a page of its own: no module runs there.
 */
module.exports = [
  moduleBuild(__dirname),
  hostBuild({ folder: __dirname, name: 'shell', entry: './src/main.tsx', output: 'shell' }),
  hostBuild({ folder: __dirname, name: 'docs', entry: './src/docs/main.ts', output: 'shell' }),
]
