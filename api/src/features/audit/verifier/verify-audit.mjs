#!/usr/bin/env node
/*
 * Verifies an audit log that was exported from Sonaqor, without asking Sonaqor and without a line of
 * its code. One file of plain Node.js 20 or newer; nothing to install.
 *
 *   node verify-audit.mjs export.jsonl [--keys jwks.json] [--checkpoints checkpoints.jsonl] [--partial]
 *
 * export.jsonl       GET /v1/audit/export, as JSONL and without a filter
 * --keys             GET /v1/audit/keys: the public keys, best fetched once and kept by you
 * --checkpoints      what was sent to you while the log grew, a JSON object a line,
 *                    or an answer of GET /v1/audit/checkpoints
 * --partial          takes an export with a filter: each entry is then checked by itself alone
 *
 * Answers 0 where everything holds, 1 where something does not, 2 where it cannot tell.
 *
 * What is checked, in the words of the format:
 * - An entry is one line, in the order of its `sequence`, which counts from 1 without a gap.
 * - `hash` is the SHA-256, in hex, of the canonical JSON (RFC 8785) of all other fields.
 * - `previousHash` is the `hash` of the entry before, and 64 zeros in the first one.
 * - The last line is the manifest: how many entries there are, the first and last sequence, the last
 *   hash, and the SHA-256 of all bytes before it.
 * - A checkpoint is a compact JWS (EdDSA) over the tenant, a sequence, and the hash of that entry.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { closeSync, createReadStream, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { argv, exit, stderr, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'

class Broken extends Error {}
class Unclear extends Error {}

const usage =
  'usage: node verify-audit.mjs export.jsonl [--keys jwks.json] [--checkpoints checkpoints.jsonl] [--partial]'

/** RFC 8785: keys in the order of their UTF-16 units, no spaces, numbers as ECMAScript writes them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${members.join(',')}}`
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

function parsed(text, what) {
  try {
    return JSON.parse(text)
  } catch {
    throw new Broken(`${what} is not JSON`)
  }
}

function readKeys(path) {
  const { keys } = parsed(readFileSync(path, 'utf8'), path)
  if (!Array.isArray(keys)) throw new Unclear(`${path} is no set of keys`)
  return new Map(keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]))
}

/** A JSON object a line, or a whole answer of the API with its `data`. */
function readCheckpoints(path) {
  const text = readFileSync(path, 'utf8').trim()
  if (text === '') return []
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const found = lines.length === 1 ? [parsed(text, path)] : tryLines(lines, text, path)
  return found.flatMap((one) => (Array.isArray(one.data) ? one.data : [one]))
}

function tryLines(lines, text, path) {
  try {
    return lines.map((line) => JSON.parse(line))
  } catch {
    return [parsed(text, path)]
  }
}

const decode = (part) => parsed(Buffer.from(part, 'base64url').toString(), 'a checkpoint')

/** What a checkpoint says, once its signature holds and its open fields say the same. */
function opened(checkpoint, keys) {
  const [head = '', body = '', signature = ''] = String(checkpoint.signed).split('.')
  const said = decode(body)
  if (keys) {
    const { alg, kid } = decode(head)
    const key = keys.get(kid)
    const isSigned =
      alg === 'EdDSA' &&
      key !== undefined &&
      verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))
    if (!isSigned)
      throw new Broken(`the checkpoint of entry ${said.sequence} is not signed by these keys`)
  }
  for (const name of ['tenant', 'sequence', 'head', 'at']) {
    if (name in checkpoint && checkpoint[name] !== said[name]) {
      throw new Broken(
        `the checkpoint of entry ${said.sequence} says another ${name} than was signed`,
      )
    }
  }
  return said
}

function checkEntry(entry, before, isPartial) {
  const { hash, ...content } = entry
  const { sequence } = entry
  if (!Number.isSafeInteger(sequence)) throw new Broken('an entry has no sequence')
  if (isPartial) {
    if (sequence <= before.sequence) throw new Broken(`entry ${sequence} is out of order`)
  } else if (sequence !== before.sequence + 1) {
    throw new Broken(`entry ${before.sequence + 1} is missing, and ${sequence} stands in its place`)
  }
  const follows = sequence === before.sequence + 1
  if (follows && entry.previousHash !== before.hash) {
    throw new Broken(`entry ${sequence} does not follow the one before it`)
  }
  if (sha256(canonical(content)) !== hash) {
    throw new Broken(`entry ${sequence} was changed: its content is not what its hash was made of`)
  }
}

/** The last line of the file, which says what to expect of the others. */
function readManifest(path) {
  const file = openSync(path)
  const { size } = fstatSync(file)
  const tail = Buffer.alloc(Math.min(size, 64 * 1024))
  readSync(file, tail, 0, tail.length, size - tail.length)
  closeSync(file)
  const last = tail.toString().trimEnd().split('\n').at(-1)
  try {
    return JSON.parse(last).manifest ?? null
  } catch {
    return null
  }
}

function checkManifest(manifest, told) {
  for (const name of ['entries', 'first', 'last', 'head', 'sha256']) {
    if (manifest[name] !== told[name]) {
      throw new Broken(
        `the manifest says ${name} ${manifest[name]}, and the file has ${told[name]}`,
      )
    }
  }
}

async function run() {
  const { values, positionals } = parseArgs({
    args: argv.slice(2),
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      checkpoints: { type: 'string' },
      partial: { type: 'boolean', default: false },
    },
  })
  const [path] = positionals
  if (!path || positionals.length > 1) throw new Unclear(usage)
  const keys = values.keys ? readKeys(values.keys) : null
  const checkpoints = values.checkpoints
    ? readCheckpoints(values.checkpoints).map((one) => opened(one, keys))
    : []
  const announced = readManifest(path)
  if (!announced) throw new Broken('the file has no manifest at its end, so it is cut short')
  if (!announced.whole && !values.partial) {
    throw new Unclear('the export has a filter, so the chain cannot be followed; see --partial')
  }
  const expected = new Map()
  for (const one of checkpoints)
    expected.set(one.sequence, [...(expected.get(one.sequence) ?? []), one])

  const bytes = createHash('sha256')
  let before = { sequence: 0, hash: '0'.repeat(64) }
  let entries = 0
  let first = null
  let manifest = null
  let fits = 0
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Infinity,
  })) {
    if (manifest) throw new Broken('something stands behind the manifest')
    const entry = parsed(line, `line ${entries + 1}`)
    if (typeof entry !== 'object' || entry === null)
      throw new Broken(`line ${entries + 1} is no entry`)
    if ('manifest' in entry) {
      manifest = entry.manifest
      continue
    }
    checkEntry(entry, before, values.partial)
    for (const { head } of expected.get(entry.sequence) ?? []) {
      if (head !== entry.hash) {
        throw new Broken(
          `a checkpoint says that entry ${entry.sequence} had another hash: it, or one before it, was rewritten`,
        )
      }
      fits += 1
    }
    bytes.update(`${line}\n`)
    first ??= entry.sequence
    entries += 1
    before = { sequence: entry.sequence, hash: entry.hash }
  }
  const last = entries === 0 ? null : before.sequence
  const told = {
    entries,
    first,
    last,
    head: entries === 0 ? null : before.hash,
    sha256: bytes.digest('hex'),
  }
  checkManifest(manifest ?? announced, told)
  for (const { tenant, sequence } of checkpoints) {
    if (tenant !== manifest.tenant)
      throw new Broken(
        `a checkpoint is of the tenant ${tenant}, and the file of ${manifest.tenant}`,
      )
    if (sequence > before.sequence && !values.partial) {
      throw new Broken(
        `a checkpoint knows of entry ${sequence}, and the file ends with ${before.sequence}: its tail was cut off`,
      )
    }
  }
  stdout.write(`HOLDS   ${entries} entries of the tenant ${manifest.tenant}\n`)
  stdout.write(
    values.partial
      ? '        each by itself; what a filter left out is not seen\n'
      : `        up to entry ${last ?? 0}, hash ${told.head ?? 'none'}\n`,
  )
  stdout.write(
    checkpoints.length === 0
      ? '        no checkpoints were given, so a chain that was written anew or cut before the export is not seen\n'
      : `        ${fits} of ${checkpoints.length} checkpoints fit${keys ? ', and all are signed' : '; their signatures were not checked, for no keys were given'}\n`,
  )
}

try {
  await run()
} catch (error) {
  if (error instanceof Broken) {
    stdout.write(`BROKEN  ${error.message}\n`)
    exit(1)
  }
  stderr.write(`UNCLEAR ${error instanceof Unclear ? error.message : String(error)}\n`)
  exit(2)
}
