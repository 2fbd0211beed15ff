/** Turns one ICU message into the source of a string, or of a function of its values. */
const { parse } = require('@messageformat/parser')

/** What a case may ask of `Formats`, by the kind of the argument. */
const chooser = { plural: 'plural', selectordinal: 'ordinal', select: 'select' }

/** @returns {string} `"Copy"`, or `(v, f) => …` where there is something to fill in */
exports.compileMessage = function compileMessage(message) {
  const tokens = parse(message, { strict: true })
  if (tokens.every(({ type }) => type === 'content')) {
    return JSON.stringify(tokens.map(({ value }) => value).join(''))
  }
  return `(v, f) => ${sum(tokens)}`
}

/** The names of the arguments that a message takes. */
exports.argumentsOf = function argumentsOf(message) {
  return new Set(namesIn(parse(message, { strict: true })))
}

function namesIn(tokens) {
  return tokens.flatMap(({ type, arg, cases = [] }) => [
    ...(arg === undefined || type === 'octothorpe' ? [] : [arg]),
    ...cases.flatMap(({ tokens: inside }) => namesIn(inside)),
  ])
}

/** `counted` is the argument that `#` stands for. */
function sum(tokens, counted) {
  return tokens.map((token) => part(token, counted)).join(' + ') || '""'
}

function part(token, counted) {
  const { type, value, arg, cases, key, pluralOffset } = token
  if (type === 'content') return JSON.stringify(value)
  if (type === 'octothorpe') return `f.value(${counted})`
  if (type === 'argument') return `f.value(${valueOf(arg)})`
  if (type === 'function' && key === 'number' && !token.param) return `f.value(${valueOf(arg)})`
  if (!chooser[type] || pluralOffset) {
    throw new Error(
      `{${arg}, ${key ?? type}} is not understood: write dates with RelativeTime, and figures with {name, number}.`,
    )
  }
  if (!cases.some(({ key: name }) => name === 'other')) {
    throw new Error(
      `{${arg}, ${type}} needs a case "other" for every value that has none of its own.`,
    )
  }
  const inner = type === 'select' ? counted : valueOf(arg)
  const choices = cases.map(
    ({ key: name, tokens }) => `${JSON.stringify(name)}: ${sum(tokens, inner)}`,
  )
  return `f.${chooser[type]}(${valueOf(arg)}, { ${choices.join(', ')} })`
}

const valueOf = (name) => `v.${name}`
