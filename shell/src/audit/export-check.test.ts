import { expect, test } from '@jest/globals'
import { createHash, randomBytes } from 'node:crypto'
import { checkExport } from './export-check.ts'
import { sha256 } from './sha-256.ts'

const hex = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const bytesOf = (text: string) => new TextEncoder().encode(text)

test('the hash is SHA-256, however the bytes are cut', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_000]) {
    const bytes = randomBytes(length)
    for (const step of [1, 7, 64, 4096]) {
      const hash = sha256()
      for (let at = 0; at < length; at += step) hash.update(bytes.subarray(at, at + step))
      expect([length, step, hash.digest()]).toEqual([length, step, hex(bytes)])
    }
  }
})

const lines = '{"sequence":1}\n{"sequence":2,"text":"Grüße"}\n'
const jsonl = (body: string, change = {}) =>
  `${body}${JSON.stringify({ manifest: { entries: 2, whole: true, sha256: hex(body), ...change } })}\n`
const csv = (body: string) => {
  const manifest = JSON.stringify({ entries: 1, whole: false, sha256: hex(body) })
  return `${body}"# ${manifest.replaceAll('"', '""')}"\r\n`
}

function verdictOf(text: string, step: number) {
  const check = checkExport()
  const bytes = bytesOf(text)
  for (let at = 0; at < bytes.length; at += step) check.take(bytes.subarray(at, at + step))
  return { ...check.end(), lines: check.lines() }
}

const steps = [1, 2, 5, 16, 10_000]

test.each(steps)('XC-4: a whole export fits its manifest, in pieces of %d bytes', (step) => {
  expect(verdictOf(jsonl(lines), step)).toMatchObject({ fits: true, lines: 2 })
  expect(verdictOf(jsonl(''), step)).toMatchObject({ fits: true, lines: 0 })
  const table = 'sequence,text\r\n1,"two\nlines"\r\n'
  expect(verdictOf(csv(table), step)).toMatchObject({
    fits: true,
    manifest: { entries: 1, whole: false },
  })
})

test.each(steps)(
  'XC-4: one that is cut anywhere is never called whole, in pieces of %d',
  (step) => {
    const whole = jsonl(lines)
    for (let length = 0; length < whole.length; length += 1) {
      const { fits, ...told } = verdictOf(whole.slice(0, length), step)
      expect([length, fits, told]).toEqual([
        length,
        false,
        expect.objectContaining({ because: 'cut' }),
      ])
    }
  },
)

test('XC-4: one that was changed on its way is not what its manifest says', () => {
  const changed = jsonl(lines).replace('"sequence":2', '"sequence":3')
  expect(verdictOf(changed, 7)).toMatchObject({ fits: false, because: 'differs' })
  const left = jsonl(lines).replace('{"sequence":1}\n', '')
  expect(verdictOf(left, 7)).toMatchObject({ fits: false, because: 'differs' })
})
