#!/usr/bin/env node
/*
 * Verifies an audit log that was exported from Sonaqor, without asking Sonaqor and without a line of
 * its code. One file of plain Node.js 20 or newer; nothing to install.
 *
 *   node verify-audit.mjs export.jsonl [--keys jwks.json] [--checkpoints checkpoints.jsonl] [--partial]
 *
 * export.jsonl       an export of the audit log without a filter, as NDJSON or as CSV: what the dashboard
 *                    exports, GET /v1/exports/{id}/file or GET /v1/audit/export
 * --keys             GET /v1/audit/keys: the public keys, best fetched once and kept by you
 * --checkpoints      an answer of GET /v1/audit/checkpoints that you have kept, or what was sent to a place
 *                    of yours while the log grew, a JSON object a line
 * --partial          takes an export with a filter: each entry is then checked by itself alone
 *
 * Answers 0 where everything holds, 1 where something does not, 2 where it cannot tell.
 *
 * What is checked, in the words of the format:
 * - An entry is one line, in the order of its `sequence`, which counts from 1 without a gap.
 * - In CSV it is a row under the names of its fields, `before`, `after` and `actorEmbed` as JSON. An empty cell
 *   is null; what begins with `actor` is a field of `actor`; an empty `actorEmbed` or `appId` is left out.
 *   A text that a spreadsheet would run is led by an apostrophe, which is no part of it.
 * - Each line is written exactly as what it says, so that no second reading of it stands in the file.
 * - `hash` is the SHA-256, in hex, of the canonical JSON (RFC 8785) of all other fields.
 * - `previousHash` is the `hash` of the entry before, and 64 zeros in the first one.
 * - The last line is the manifest: how many entries there are, the first and last sequence, the last
 *   hash, when it was asked for, and the SHA-256 of all bytes before it; in CSV a cell that begins with `#`.
 * - A checkpoint is a compact JWS (EdDSA) over the tenant, a sequence, and the hash of that entry.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { closeSync, createReadStream, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { argv, exit, stderr, stdout } from 'node:process'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'

class Broken extends Error {}
const usage = 'usage: node verify-audit.mjs FILE [--keys FILE] [--checkpoints FILE] [--partial]'
const help = () => readFileSync(new URL(import.meta.url), 'utf8').split('*/')[0]

/** RFC 8785: keys in the order of their UTF-16 units, no spaces, numbers as ECMAScript writes them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
  return `{${members.join(',')}}`
}

/** Undefined is what no JSON says. */
function tried(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parsed(text, what) {
  const value = tried(text)
  if (value === undefined) throw new Broken(`${what} is not JSON`)
  return value
}

/** A field that stands there twice, say, is read by one program so and by the next one otherwise. */
function asWritten(text, what, write = canonical) {
  const value = parsed(text, what)
  if (write(value) === text) return value
  throw new Broken(`${what} can be read as something else than its hash was made of`)
}

function readKeys(path) {
  const { keys } = parsed(readFileSync(path, 'utf8'), path)
  if (!Array.isArray(keys)) throw new Error(`${path} is no set of keys`)
  return new Map(keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]))
}

/** A JSON object a line, or a whole answer of the API with its `data`. */
function readCheckpoints(path) {
  const text = readFileSync(path, 'utf8')
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const each = lines.map(tried)
  const found = each.includes(undefined) ? [parsed(text, path)] : each
  return found.flatMap((one) => (Array.isArray(one.data) ? one.data : [one]))
}

const decode = (part) => parsed(Buffer.from(part, 'base64url').toString(), 'a checkpoint')

/** What a checkpoint says, once its signature holds and its open fields say the same. */
function opened(checkpoint, keys) {
  const [head = '', body = '', signature = ''] = String(checkpoint.signed).split('.')
  const said = decode(body)
  const its = `the checkpoint of entry ${said.sequence}`
  if (keys) {
    const { alg, kid } = decode(head)
    const key = keys.get(kid)
    const isSigned =
      alg === 'EdDSA' &&
      key !== undefined &&
      verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))
    if (!isSigned) throw new Broken(`${its} is not signed by these keys`)
  }
  for (const name of ['tenant', 'sequence', 'head', 'at']) {
    if (name in checkpoint && checkpoint[name] !== said[name]) {
      throw new Broken(`${its} says another ${name} than was signed`)
    }
  }
  return said
}

const hashOf = (content) => createHash('sha256').update(canonical(content)).digest('hex')

/** Answers the entry, in the one reading whose hash it has. */
function checkEntry(entries, before, isPartial) {
  const [{ sequence, previousHash }] = entries
  if (!Number.isSafeInteger(sequence)) throw new Broken('an entry has no sequence')
  if (isPartial) {
    if (sequence <= before.sequence) throw new Broken(`entry ${sequence} is out of order`)
  } else if (sequence !== before.sequence + 1) {
    throw new Broken(`entry ${before.sequence + 1} is missing, and ${sequence} stands in its place`)
  }
  if (sequence === before.sequence + 1 && previousHash !== before.hash) {
    throw new Broken(`entry ${sequence} does not follow the one before it`)
  }
  const entry = entries.find(({ hash, ...content }) => hashOf(content) === hash)
  if (entry) return entry
  throw new Broken(`entry ${sequence} was changed: its content is not what its hash was made of`)
}

/** The last line of the file, which says what to expect of the others, and where it begins. */
function readManifest(path) {
  const file = openSync(path)
  const { size } = fstatSync(file)
  const tail = Buffer.alloc(Math.min(size, 64 * 1024))
  readSync(file, tail, 0, tail.length, size - tail.length)
  closeSync(file)
  const begins = tail.subarray(0, -1).lastIndexOf('\n') + 1
  const line = tail.subarray(begins).toString()
  const cell = /^"# (.*)"\r\n$/.exec(line)?.[1]
  const manifest = cell ? tried(cell.replaceAll('""', '"')) : tried(line)?.manifest
  if (!manifest || !line.endsWith('\n')) {
    throw new Broken('the file has no manifest at its end, so it is cut short')
  }
  return { manifest, entriesIn: cell ? rowsOf : linesOf, end: size - tail.length + begins }
}

/** The file up to its manifest, as it is; what goes by is hashed. */
async function* bytesOf(path, end, hash) {
  if (end === 0) return
  for await (const chunk of createReadStream(path, { end: end - 1 })) {
    hash.update(chunk)
    yield chunk
  }
}

/** The entries of NDJSON, in the one way in which each can be read. */
async function* linesOf(bytes) {
  let count = 0
  for await (const line of createInterface({ input: bytes, crlfDelay: Infinity })) {
    count += 1
    const entry = asWritten(line, `line ${count}`, JSON.stringify)
    if (typeof entry !== 'object' || entry === null) throw new Broken(`line ${count} is no entry`)
    yield [entry]
  }
}

/** The entries of CSV, in the ways in which each can be read. */
async function* rowsOf(bytes) {
  let names = null
  for await (const cells of cellsOf(bytes.setEncoding('utf8'))) {
    if (names && cells.length !== names.length) throw new Broken('a row is longer than its columns')
    if (names) yield entriesOf(names, cells)
    else names = cells
  }
}

/** RFC 4180: a cell in quotes may hold commas, line breaks and quotes, which are doubled. */
async function* cellsOf(texts) {
  let [cells, cell, quotes] = [[], '', 0]
  for await (const text of texts) {
    for (const part of text.split(/([",\n])/)) {
      const isOpen = quotes % 2 === 1
      if (part === '"') {
        quotes += 1
        if (!isOpen && quotes > 1) cell += part
      } else if (isOpen || (part !== ',' && part !== '\n')) cell += part
      else {
        cells.push(part === '\n' ? cell.replace(/\r$/, '') : cell)
        if (part === '\n') yield cells
        ;[cells, cell, quotes] = [part === '\n' ? [] : cells, '', 0]
      }
    }
  }
  if (cells.length > 0 || cell !== '') throw new Broken('the last row has no end')
}

/** Where a cell can be read in two ways, the hash of the entry fits one of them alone. */
function entriesOf(names, cells) {
  let ways = [[]]
  for (const [place, name] of names.entries()) {
    const values = valuesOf(name, cells[place])
    ways = values.flatMap((value) => ways.map((way) => [...way, [name, value]]))
  }
  return ways.map((way) => entryOf(Object.fromEntries(way)))
}

function valuesOf(name, cell) {
  if (cell === '') return name === 'userAgent' ? [null, ''] : [name === 'actorName' ? '' : null]
  if (['sequence', 'before', 'after', 'actorEmbed'].includes(name)) return [asWritten(cell, name)]
  return cell.startsWith("'") ? [cell.slice(1), cell] : [cell]
}

function entryOf({ actorKind: kind, actorId: id, actorName: name, actorEmbed, appId, ...entry }) {
  const actor = { kind, id, name, ...(actorEmbed && { embed: actorEmbed }) }
  return { ...entry, actor, ...(appId && { appId }) }
}

function checkManifest(manifest, told) {
  const other = Object.keys(told).find((name) => manifest[name] !== told[name])
  if (!other) return
  throw new Broken(`the manifest says ${other} ${manifest[other]}, and the file has ${told[other]}`)
}

/** A checkpoint of the same tenant, and of no entry that the file lacks. */
function checkPlace({ tenant, sequence, at }, manifest, { sequence: last }, isPartial) {
  if (tenant !== manifest.tenant) {
    throw new Broken(`a checkpoint is of the tenant ${tenant}, and the file of ${manifest.tenant}`)
  }
  if (sequence <= last || isPartial) return
  if (at > manifest.at) {
    const why = `a checkpoint of entry ${sequence} is younger than the file (${manifest.at})`
    throw new Error(`${why}: export the log again, or leave that checkpoint out`)
  }
  const why = `a checkpoint knows of entry ${sequence}, and the file ends with ${last}`
  throw new Broken(`${why}: its tail was cut off`)
}

const [file, flag] = [{ type: 'string' }, { type: 'boolean' }]

async function run() {
  const { values, positionals } = parseArgs({
    args: argv.slice(2),
    allowPositionals: true,
    options: { keys: file, checkpoints: file, partial: flag, help: flag },
  })
  if (values.help) return void stdout.write(help())
  const [path] = positionals
  if (!path || positionals.length > 1) throw new Error(usage)
  const keys = values.keys ? readKeys(values.keys) : null
  const given = values.checkpoints ? readCheckpoints(values.checkpoints) : []
  const checkpoints = given.map((one) => opened(one, keys))
  const { manifest, entriesIn, end } = readManifest(path)
  if (!manifest.whole && !values.partial) {
    throw new Error('the export has a filter, so the chain cannot be followed; see --partial')
  }
  const expected = new Map()
  for (const one of checkpoints)
    expected.set(one.sequence, [...(expected.get(one.sequence) ?? []), one])
  const hash = createHash('sha256')
  let before = { sequence: 0, hash: '0'.repeat(64) }
  let [entries, fits, first] = [0, 0, null]
  const bytes = Readable.from(bytesOf(path, end, hash), { objectMode: false })
  for await (const ways of entriesIn(bytes)) {
    const entry = checkEntry(ways, before, values.partial)
    for (const { head } of expected.get(entry.sequence) ?? []) {
      if (head !== entry.hash) {
        const why = `a checkpoint says that entry ${entry.sequence} had another hash`
        throw new Broken(`${why}: it, or one before it, was rewritten`)
      }
      fits += 1
    }
    first ??= entry.sequence
    entries += 1
    before = { sequence: entry.sequence, hash: entry.hash }
  }
  const [last, head] = entries === 0 ? [null, null] : [before.sequence, before.hash]
  checkManifest(manifest, { entries, first, last, head, sha256: hash.digest('hex') })
  for (const one of checkpoints) checkPlace(one, manifest, before, values.partial)
  const extent = values.partial
    ? 'each by itself; what a filter left out is not seen'
    : `up to entry ${last ?? 0}, hash ${head ?? 'none'}`
  stdout.write(`HOLDS   ${entries} entries of the tenant ${manifest.tenant}\n        ${extent}\n`)
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
  const andUsage = String(error.code).startsWith('ERR_PARSE_ARGS') ? `\n${usage}` : ''
  stderr.write(`UNCLEAR ${error.message}${andUsage}\n`)
  exit(2)
}
