const { hostBuild } = require('@sonaqor/embed/webpack')
const moduleBuild = require('@sonaqor/module/webpack')

/** The shell's own views are a module like any other; its frame is the page around all modules. */
module.exports = [
  moduleBuild(__dirname),
  hostBuild({ folder: __dirname, name: 'shell', entry: './src/main.tsx', output: 'shell' }),
]
