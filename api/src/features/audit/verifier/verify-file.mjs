#!/usr/bin/env node
/*
 * Verifies a file that was signed in Sonaqor, such as the PDF of an access review, without asking Sonaqor
 * and without a line of its code. One file of plain Node.js 20 or newer; nothing to install.
 *
 *   node verify-file.mjs access-review.pdf access-review.pdf.jws --keys jwks.json
 *
 * access-review.pdf      the file, as it was downloaded
 * access-review.pdf.jws  its signature, as it was downloaded beside the file
 * --keys                 GET /v1/audit/keys: the public keys, best fetched once and kept by you
 *
 * Answers 0 where the file is what was signed, 1 where it is not, 2 where it cannot tell.
 *
 * What is checked, in the words of the format: the signature is a compact JWS (RFC 7515, EdDSA) by one of
 * the keys. Its payload says the SHA-256 and the bytes of the file, and who signed what, where and when.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { argv, exit, stderr, stdout } from 'node:process'
import { parseArgs } from 'node:util'

class Broken extends Error {}
class Unclear extends Error {}

const usage = 'usage: node verify-file.mjs access-review.pdf access-review.pdf.jws --keys jwks.json'

const decoded = (part) => JSON.parse(Buffer.from(part, 'base64url').toString())

/** What was signed, once one of the keys has signed it. */
function openedBy({ keys }, signature) {
  const [head = '', body = '', mark = ''] = signature.trim().split('.')
  if (mark === '') throw new Unclear('the signature is no JWS')
  const { alg, kid } = decoded(head)
  const jwk = keys.find((key) => key.kid === kid)
  const isSigned =
    alg === 'EdDSA' &&
    jwk !== undefined &&
    verify(
      null,
      Buffer.from(`${head}.${body}`),
      createPublicKey({ key: jwk, format: 'jwk' }),
      Buffer.from(mark, 'base64url'),
    )
  if (!isSigned) throw new Broken('the signature is not by these keys')
  return decoded(body)
}

function run() {
  const { values, positionals } = parseArgs({
    args: argv.slice(2),
    allowPositionals: true,
    options: { keys: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) {
    stdout.write(`${usage}\n`)
    return
  }
  const [path, signature] = positionals
  if (!path || !signature || !values.keys || positionals.length > 2) throw new Unclear(usage)
  const keys = JSON.parse(readFileSync(values.keys, 'utf8'))
  if (!Array.isArray(keys.keys)) throw new Unclear(`${values.keys} is no set of keys`)
  const said = openedBy(keys, readFileSync(signature, 'utf8'))
  const file = readFileSync(path)
  const sha256 = createHash('sha256').update(file).digest('hex')
  if (said.sha256 !== sha256 || said.bytes !== file.length) {
    throw new Broken(`the file is not what was signed: its SHA-256 is ${sha256}`)
  }
  stdout.write(`HOLDS   the file is what was signed by ${said.signedBy} at ${said.signedAt}\n`)
  stdout.write(`        review ${said.review} of the tenant ${said.tenant}\n`)
}

try {
  run()
} catch (error) {
  if (error instanceof Broken) {
    stdout.write(`BROKEN  ${error.message}\n`)
    exit(1)
  }
  stderr.write(`UNCLEAR ${error instanceof Unclear ? error.message : String(error)}\n`)
  exit(2)
}
