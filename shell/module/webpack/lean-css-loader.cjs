/** Takes what no browser needs out of a stylesheet that travels as text: comments and white space. */
module.exports = function leanCss(source) {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .replace(/\( | (?=\))/g, (space) => space.trim())
    .replace(/([ (,:])0\./g, '$1.')
}

/** webpack loads a loader by its path. */
module.exports.loader = __filename
