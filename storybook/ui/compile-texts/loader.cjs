/** The rules by which webpack compiles catalogues, and puts their texts where they are said. */
const { readFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { compileCatalogue, isCatalogue } = require('./catalogue.cjs')
const { inlineTexts } = require('./inline.cjs')

module.exports = function compileTexts(source) {
  if (isCatalogue.test(this.resourcePath)) return compileCatalogue(source, this.resourcePath)
  return inlineTexts(source, (path) => {
    const file = join(dirname(this.resourcePath), path)
    this.addDependency(file)
    return { source: readFileSync(file, 'utf8'), file }
  })
}

/** A catalogue is no code that another loader could read; a component is read once it is plain. */
module.exports.rules = [
  { test: isCatalogue, enforce: 'pre', use: __filename },
  { test: /\.tsx?$/, exclude: [isCatalogue, /node_modules/], enforce: 'post', use: __filename },
]
