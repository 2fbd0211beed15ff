/**
 * Leaves of all the routes of the API those that a build speaks of: a client is made for all of them,
 * and the paths of every other feature would travel with each module, and grow with each endpoint.
 * Whoever imports the table itself has all of it.
 */
const { join } = require('node:path')
const sourcesOf = require('./sources-of.cjs')

const area = /^ {2}(\w+): \{\n[\s\S]*?^ {2}\},\n/gm
const verb = /^ {4}(\w+): .*\n/gm

/** @param {string} routes the source of the table  @param {string} said by whoever may ask */
function knownRoutes(routes, said) {
  const words = new Set(said.match(/\w+/g))
  return routes.replace(area, (lines, name) => {
    if (!isSpokenOf(name, said)) return ''
    // A verb that is looked up is a word somewhere all the same; one that no word names is not asked for.
    return lines.replace(verb, (line, verbName) => (words.has(verbName) ? line : ''))
  })
}

/** `api.keys`, `api['keys']`, `const { keys } = api`, `Pick<Client, 'keys'>`. */
const isSpokenOf = (name, said) =>
  new RegExp(
    `\\.${name}\\b|\\['${name}'\\]|\\{[^{}]*\\b${name}\\b[^{}]*\\} = \\w|<Client, [^>]*'${name}'`,
  ).test(said)

/** What else may be done with a client, by which an area is asked for that nobody has named. */
const client = String.raw`\b(?:api|files|createClient\([^()]*\))`
const unseen = [
  // api[area], api["keys"]
  `${client}(?:\\?\\.)?\\[(?!'\\w+'\\])`,
  // Object.keys(api), { ...api }, area in api
  `(?:\\bObject\\.\\w+\\(|\\.\\.\\.|\\bin )${client}(?![\\w.?[(])`,
  // const client = api, of which nobody sees any more what it is
  `\\b(?:const|let) (?!api\\b|files\\b)\\w+(?:: \\w+)? = (?:[\\w.()]+\\.)?${client}$`,
  // ({ keys }: Client)
  `\\}: (?:\\w+<)?Client\\b(?![[,])`,
  // Pick<Client, Some>, Omit<Client, 'apps'>
  `\\bPick<Client, (?!'|keyof)|\\b(?!Pick)\\w+<Client, '`,
  // const { api: { keys } } = useModule()
  `\\b(?:api|files): \\{[^{}]*\\}[^{}]*\\}(?: = |: [A-Z]|\\) =>)`,
].map((form) => new RegExp(form, 'm'))

/** Where a source asks for areas in a way that is not seen here, if it does. */
function unseenIn(source) {
  const found = unseen.map((form) => source.match(form)?.[0]).find((one) => one !== undefined)
  return found?.trim()
}

/** All that a build is made of which may ask for something, by its path. */
function sourcesFrom(entries) {
  const sources = sourcesOf(entries)
  for (const [file, source] of sources) {
    const found = unseenIn(source)
    if (found) throw new Error(`${file}: ${found}\n${advice}`)
  }
  return sources
}

const advice =
  'Which area of the API is asked for is not seen in this, and its routes would not be in the build. ' +
  "Write `api.area`, `api['area']`, `const { area } = api` or `Pick<Client, 'area'>`."

module.exports = function knownRoutesOf(routes) {
  const { _compiler: compiler, _compilation: compilation } = this
  const sources = sourcesFrom(entriesOf(compiler.options))
  for (const file of sources.keys()) this.addDependency(file)
  compilation.hooks.finishModules.tap('known routes', (modules) => {
    const unread = Array.from(modules, unreadIn(sources)).filter((file) => file !== undefined)
    compilation.errors.push(...unread.map(faultOf))
  })
  return knownRoutes(routes, Array.from(sources.values()).join('\n'))
}

const faultOf = (file) => new Error(`What ${file} asks for was not looked for in it.`)

/** A module's own entry is made by the federation plugin, around this file. */
function entriesOf({ context, entry }) {
  const named = Object.values(entry).flatMap((one) => one.import)
  return (named.length > 0 ? named : ['./src/module.ts']).map((path) => join(context, path))
}

/** Who makes the client, and the components, which know nothing of the API. */
const neverAsks = /node_modules|[\\/](?:contract|storybook[\\/]ui)[\\/]src[\\/]/

/** The file of a module of ours that is in a build, and was not found by what imports it. */
const unreadIn =
  (sources) =>
  ({ resource = '' }) => {
    const [file] = resource.split('?')
    const mayAsk = /\.tsx?$/.test(file) && !neverAsks.test(file)
    return mayAsk && !sources.has(file) ? file : undefined
  }

module.exports.knownRoutes = knownRoutes
module.exports.unseenIn = unseenIn
module.exports.sourcesFrom = sourcesFrom

module.exports.rule = {
  test: /[\\/]contract[\\/]src[\\/]routes\.ts$/,
  issuer: /[\\/]contract[\\/]src[\\/]client\.ts$/,
  enforce: 'pre',
  use: __filename,
}
