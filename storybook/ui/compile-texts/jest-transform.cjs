/** Lets tests see catalogues as the browser does. */
const { compileCatalogue } = require('./catalogue.cjs')

module.exports = { process: (source, file) => ({ code: compileCatalogue(source, file) }) }
