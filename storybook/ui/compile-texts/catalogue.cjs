/**
 * Compiles a catalogue (`texts/en.ts`, `texts/de.ts`) so that no parser of messages travels to the
 * browser: each text becomes `[id, words]`. Its id is the same in every language: the package or folder
 * that it belongs to, and its name there. Languages are told apart by their files alone.
 */
const { existsSync, readFileSync } = require('node:fs')
const { basename, dirname, join } = require('node:path')
const { compileMessage } = require('./message.cjs')
const readCatalogue = require('./read.cjs')

/** Where catalogues stand: `texts/` and a language of two letters. */
exports.isCatalogue = /[\\/]texts[\\/][a-z]{2}\.ts$/

/** @returns {Map<string, string>} the source of each text by its name */
function compileMessages(source, file) {
  const owner = ownerOf(file)
  return new Map(
    readCatalogue(source, file).map(({ name, message }) => {
      try {
        return [name, `["${owner}.${name}", ${compileMessage(message)}]`]
      } catch (cause) {
        throw new Error(`${file}: ${name}: ${cause.message}`, { cause })
      }
    }),
  )
}
exports.compileMessages = compileMessages

/** @returns {string} the source of a module with the same exports */
exports.compileCatalogue = function compileCatalogue(source, file) {
  return Array.from(
    compileMessages(source, file),
    ([name, text]) => `export const ${name} = ${text}`,
  ).join('\n')
}

/**
 * `ui` for what belongs to `@sonaqor/ui`. A folder of a package that has a catalogue of its own, such as
 * `audit` of the shell, is told from the others: two of them may say another thing by the same name.
 */
function ownerOf(file) {
  const place = basename(dirname(dirname(file)))
  return place === 'src' ? packageOf(file) : place
}

function packageOf(file) {
  let folder = dirname(file)
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name.replace(/^@.*\//, '')
}
