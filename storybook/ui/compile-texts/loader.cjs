/** The rule by which webpack compiles catalogues, before anything else reads them. */
const { compileCatalogue, isCatalogue } = require('./catalogue.cjs')

module.exports = function compileTexts(source) {
  return compileCatalogue(source, this.resourcePath)
}

module.exports.rule = { test: isCatalogue, enforce: 'pre', use: __filename }
