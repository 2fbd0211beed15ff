/** Reads a catalogue: `export const issueKey = text('Issue key')`, and nothing else. */
const { parseSync } = require('@swc/core')

/** @returns {{ name: string, message: string }[]} in the order in which they stand */
module.exports = function readCatalogue(source, file) {
  const { body } = parseSync(source, { syntax: 'typescript', target: 'es2023' })
  return body
    .filter(({ type }) => type !== 'ImportDeclaration')
    .map((statement) => {
      const message = messageIn(statement)
      if (!message) {
        throw new Error(
          `${file}: a catalogue holds lines like "export const issueKey = text('Issue key')" alone, not a ${statement.type}.`,
        )
      }
      return message
    })
}

function messageIn({ type, declaration }) {
  if (type !== 'ExportDeclaration' || declaration.declarations?.length !== 1) return undefined
  const [{ id, init }] = declaration.declarations
  const argument = init?.type === 'CallExpression' ? init.arguments[0]?.expression : undefined
  const message = argument && writtenOut(argument)
  return message === undefined ? undefined : { name: id.value, message }
}

/** A string, or a template without anything to fill in, for sentences with both kinds of quotes. */
function writtenOut({ type, value, quasis, expressions }) {
  if (type === 'StringLiteral') return value
  return type === 'TemplateLiteral' && expressions.length === 0 ? quasis[0].cooked : undefined
}
