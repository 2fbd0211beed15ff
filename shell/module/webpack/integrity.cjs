const { createHash } = require('node:crypto')

/** The hash by which a host knows a file, as the `integrity` of a script has it. */
module.exports = function integrityOf(content) {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`
}
