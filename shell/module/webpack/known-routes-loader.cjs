/**
 * Leaves of all the routes of the API those of the areas that a build speaks of: a client is made for
 * all of them, and the paths of every other feature would travel with each module, and grow with each
 * endpoint. Whoever imports the table itself has all of it.
 */
const { globSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '../../..')

/** What any page may be built of, beside its own folder. */
const everywhere = ['shell/embed/src', 'shell/module/src', 'storybook/ui/src']

const area = /^ {2}(\w+): \{\n[\s\S]*?^ {2}\},\n/gm

/** @param {string} routes the source of the table  @param {string} said by whoever may ask */
function knownRoutes(routes, said) {
  return routes.replace(area, (lines, name) => (isSpokenOf(name, said) ? lines : ''))
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

const isOfBuild = (file) => !/\.test\.|\.stories\.|(?:^|\/)testing(?:\/|\.)/.test(file)

function sourcesIn(folder) {
  const files = globSync('**/*.{ts,tsx}', { cwd: folder }).filter(
    (file) => !file.includes('.test.'),
  )
  return files.map((file) => {
    const source = readFileSync(join(folder, file), 'utf8')
    const found = isOfBuild(file) && unseenIn(source)
    if (found) throw new Error(`${join(folder, file)}: ${found}\n${advice}`)
    return source
  })
}

const advice =
  'Which area of the API is asked for is not seen in this, and its routes would not be in the build. ' +
  "Write `api.area`, `api['area']`, `const { area } = api` or `Pick<Client, 'area'>`."

module.exports = function knownRoutesOf(routes) {
  const folders = [join(this.rootContext, 'src'), ...everywhere.map((path) => join(root, path))]
  for (const folder of folders) this.addContextDependency(folder)
  return knownRoutes(routes, folders.flatMap(sourcesIn).join('\n'))
}
module.exports.knownRoutes = knownRoutes
module.exports.unseenIn = unseenIn
module.exports.sourcesIn = sourcesIn

module.exports.rule = {
  test: /[\\/]contract[\\/]src[\\/]routes\.ts$/,
  issuer: /[\\/]contract[\\/]src[\\/]client\.ts$/,
  enforce: 'pre',
  use: __filename,
}
