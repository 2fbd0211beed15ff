/** Which of our own sources a build is made of, found by what they import, before anything is built. */
const { readFileSync } = require('node:fs')
const { dirname, join, sep } = require('node:path')

/** What is imported for its types alone is in no build. */
const imports =
  /^(?:import|export) (?!type\b)(?:[^'"]*? from )?'([^']+)'|\bimport\(\s*(?:\/\*.*?\*\/\s*)?'([^']+)'/gms

/** Packages of ours whose sources are read where they lie, but for the API's, which asks for nothing. */
const ours = /^@sonaqor\/(?!contract\b)/

/** @returns {Map<string, string>} their contents by their paths, from these files on */
module.exports = function sourcesOf(files) {
  const found = new Map()
  for (const waiting = [...files]; waiting.length > 0;) {
    const file = waiting.pop()
    if (found.has(file)) continue
    const source = readFileSync(file, 'utf8')
    found.set(file, source)
    for (const [, stated, later] of source.matchAll(imports)) {
      const path = placeOf(stated ?? later, file)
      if (path && /\.tsx?$/.test(path)) waiting.push(path)
    }
  }
  return found
}

function placeOf(name, file) {
  if (name.startsWith('.')) return join(dirname(file), name)
  if (!ours.test(name)) return undefined
  return require.resolve(name, { paths: [dirname(file)] }).replaceAll('/', sep)
}
