/**
 * Modules take the sheets below all components from their page, by a name that says what is in them:
 * two builds that were made of the same sheets know them by the same name, whatever else differs.
 */
const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const leanCss = require('./lean-css-loader.cjs')

const sheets = ['tokens.css', 'density.css', 'base.css']
const standIn = "'as it stands'"

/** Writes that name where it belongs. */
module.exports = function nameGround(source) {
  const hash = createHash('sha256')
  for (const path of sheets.map((name) => join(dirname(this.resourcePath), name))) {
    this.addDependency(path)
    hash.update(leanCss(readFileSync(path, 'utf8')).trim()).update('\0')
  }
  if (!source.includes(standIn)) throw new Error('The name of the ground has no place.')
  return source.replace(standIn, `'${hash.digest('hex').slice(0, 12)}'`)
}

module.exports.rule = {
  test: /[\\/]styles[\\/]ground-name\.ts$/,
  enforce: 'pre',
  use: __filename,
}

/** In a release the one file stands in place of the other. */
module.exports.apart = [
  /[\\/]styles[\\/]ground\.ts$/,
  (asked) => {
    asked.request = asked.request.replace(/ground\.ts$/, 'ground-of-page.ts')
  },
]
