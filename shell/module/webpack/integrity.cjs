const { createHash } = require('node:crypto')

/**
 * The hash by which a host knows a file, as the `integrity` of a script has it. A page of our own holds
 * those of all its parts from the beginning on, and nothing makes a hash smaller: there it is a shorter one.
 */
module.exports = function integrityOf(content, algorithm = 'sha384') {
  return `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`
}
