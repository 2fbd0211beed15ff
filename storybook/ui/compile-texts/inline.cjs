/**
 * Puts each text where it is said. A catalogue is one module, and a bundler gives a module as a whole
 * to each part that needs anything of it: the words of a dialog would travel with the page that may
 * open it one day.
 */
const { parse } = require('acorn')
const { compileMessages } = require('./catalogue.cjs')

/** Whatever asks for English at all is read; most files do not. */
const asks = /\/texts\/en\.ts['"]/

/**
 * @param {string} source of a component, as plain JavaScript
 * @param {(path: string) => { source: string, file: string }} open a catalogue by its relative path
 */
exports.inlineTexts = function inlineTexts(source, open) {
  if (!asks.test(source)) return source
  const tree = parse(source, { ecmaVersion: 'latest', sourceType: 'module' })
  const changes = tree.body.filter(isCatalogue).flatMap((wanted) => {
    const catalogue = open(wanted.source.value)
    const messages = compileMessages(catalogue.source, catalogue.file)
    const uses = usesOf(wanted.specifiers[0].local.name, tree)
    // Whoever does more with the catalogue than to name its texts needs it as it is.
    if (uses.some(({ text }) => !messages.has(text))) return []
    const said = uses.map(({ start, end, text }) => ({ start, end, words: messages.get(text) }))
    return said.concat({ start: wanted.start, end: wanted.end, words: '' })
  })

  let rest = source
  for (const { start, end, words } of changes.toSorted((one, other) => other.start - one.start)) {
    rest = rest.slice(0, start) + words + rest.slice(end)
  }
  return rest
}

/** `import * as texts from '../texts/en.ts'` */
function isCatalogue({ type, source, specifiers }) {
  const isWhole = specifiers?.[0]?.type === 'ImportNamespaceSpecifier'
  return type === 'ImportDeclaration' && isWhole && source.value.endsWith('/texts/en.ts')
}

/** Where a name is used, in the order of the source; `text` is what is named of it, if that is all. */
function usesOf(name, node) {
  if (Array.isArray(node)) return node.flatMap((one) => usesOf(name, one))
  if (typeof node?.type !== 'string' || node.type === 'ImportDeclaration') return []
  const { type, start, end, object, property, computed } = node
  if (type === 'Identifier') return node.name === name ? [{ start, end, text: undefined }] : []
  if (type === 'MemberExpression' && !computed) {
    return object.name === name ? [{ start, end, text: property.name }] : usesOf(name, object)
  }
  // The name of a field is a word of its own.
  const parts = type === 'Property' && !computed && !node.shorthand ? [node.value] : partsOf(node)
  return usesOf(name, parts)
}

const partsOf = (node) => Object.values(node).filter((part) => typeof part === 'object')
