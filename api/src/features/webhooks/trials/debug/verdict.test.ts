/** WH-9: why a signature does not verify, said of each thing that may have been done to it. */
import { createHmac, randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { signatureRules } from '@sonaqor/contract/webhook-trials'
import { signatureHeader, type SigningSecret } from '../../signing/sign.ts'
import type { Cause, Known } from './causes.ts'
import { verdictOf, type Debugged } from './verdict.ts'

const secret = (by: SigningSecret['by'] = 'secret', kind: SigningSecret['kind'] = 'hmac') => ({
  by,
  kind,
  key: randomBytes(32),
})
const own = secret()
const old = secret('old-secret')
const ended = secret('old-secret')
const other = secret()

const id = '0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43'
const at = new Date('2026-03-02T09:30:00.000Z')
const seconds = at.getTime() / 1000
const body = '{"type":"keys.issued","data":{"label":"Bücher","n":1}}'

const known: Known = { secrets: [own, old], ended: [ended], others: [other], sent: null }
const all = { values: true, signing: true }
const by = (key: Buffer | string, signed: string) =>
  `v1,${createHmac('sha256', key).update(signed).digest('base64')}`

const debugged = (changes: Partial<Debugged['headers']> = {}, text = body): Debugged => ({
  headers: {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatureHeader([own], id, seconds, body),
    ...(changes as Debugged['headers']),
  },
  body: text,
  at,
})

const bodyOf = ({ rules }: ReturnType<typeof verdictOf>) =>
  rules.find(({ rule }) => rule === 'body')?.state
const broken = ({ rules }: ReturnType<typeof verdictOf>) =>
  rules.filter(({ state }) => state !== 'holds').map(({ rule, state }) => `${rule} ${state}`)

test('WH-9: what came as it was sent holds all rules, in the order of a receiver', () => {
  const verdict = verdictOf(debugged(), { ...known, sent: body }, all)
  expect(verdict).toMatchObject({
    isValid: true,
    cause: null,
    signedBy: 'secret',
    firstDifference: null,
  })
  expect(verdict.rules.map(({ rule }) => rule)).toEqual([...signatureRules])
  expect(verdict.expected).toContain(debugged().headers['webhook-signature'])
})

test('WH-9: a body that nothing is known to hold against is not called the one that was sent', () => {
  const genuine = verdictOf(debugged(), known, all)
  expect(bodyOf(genuine)).toBe('not-reached')
  expect(genuine).toMatchObject({ isValid: true, signedBy: 'secret' })
  const changed = verdictOf(debugged({}, body.replace('1', '2')), known, all)
  expect(bodyOf(changed)).toBe('not-reached')
  expect(changed.isValid).toBe(false)
  // A transformation that was changed since may have made another one of the same event.
  const another = { ...known, sent: body.replace('1', '2') }
  expect(verdictOf(debugged(), another, all)).toMatchObject({
    isValid: true,
    firstDifference: null,
  })
})

test.each<[Cause, number]>([
  ['timestamp-too-old', 301],
  ['timestamp-in-future', -301],
])(
  'WH-9: of a time that is too far off it is told how far and in which direction: %s',
  (cause, ago) => {
    const came = new Date(at.getTime() + ago * 1000)
    const verdict = verdictOf({ ...debugged(), at: came }, known, all)
    expect(verdict).toMatchObject({ isValid: false, cause, signedSecondsAgo: ago })
    // What else is wrong is the better answer.
    const reformatted = { ...debugged({}, JSON.stringify(JSON.parse(body), null, 2)), at: came }
    expect(verdictOf(reformatted, known, all).cause).toBe('reformatted')
  },
)

test('WH-9: letters of a name and space around a value are no fault', () => {
  const { headers, ...rest } = debugged()
  const shouted = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toUpperCase(), ` ${value} `]),
  )
  expect(verdictOf({ headers: shouted, ...rest }, known, all).isValid).toBe(true)
})

test('WH-9: the secret before a rotation verifies as long as it signs, and is named', () => {
  const signature = `v1,${Buffer.alloc(32).toString('base64')} ${signatureHeader([old], id, seconds, body)}`
  const verdict = verdictOf(debugged({ 'webhook-signature': signature }), known, all)
  expect(verdict).toMatchObject({ isValid: true, signedBy: 'old-secret' })
})

test('WH-9: what ed25519 signs is verified, and nothing of it is expected', () => {
  const key = secret('secret', 'ed25519')
  const header = { 'webhook-signature': signatureHeader([key], id, seconds, body) }
  const verdict = verdictOf(debugged(header), { ...known, secrets: [key] }, all)
  expect(verdict).toMatchObject({ isValid: true, signedBy: 'secret', expected: [] })
  const changed = verdictOf(debugged(header, `${body}\n`), { ...known, secrets: [key] }, all)
  expect(changed).toMatchObject({ isValid: false, cause: 'trailing-newline' })
})

describe('WH-9: the first rule that does not hold is named', () => {
  test.each<[string, Partial<Debugged['headers']>, string[]]>([
    [
      'a header is missing',
      { 'webhook-signature': '' },
      [
        'headers broken',
        'timestamp-format not-reached',
        'timestamp-tolerance not-reached',
        'signature-format not-reached',
        'body not-reached',
        'signature not-reached',
      ],
    ],
    [
      'its time is no number',
      { 'webhook-timestamp': at.toISOString() },
      ['timestamp-format broken', 'timestamp-tolerance not-reached', 'signature not-reached'],
    ],
    [
      'it is no signature',
      { 'webhook-signature': 'v1,c2hvcnQ=' },
      ['signature-format broken', 'signature not-reached'],
    ],
  ])('%s', (_, changes, rules) => {
    const verdict = verdictOf(debugged(changes), { ...known, sent: body }, all)
    expect(verdict).toMatchObject({ isValid: false, cause: null })
    expect(broken(verdict)).toEqual(rules)
  })

  test('it came too late, and is told to be right apart from that', () => {
    const later = new Date(at.getTime() + 301_000)
    const verdict = verdictOf({ ...debugged(), at: later }, { ...known, sent: body }, all)
    expect(broken(verdict)).toEqual(['timestamp-tolerance broken'])
    expect(verdict).toMatchObject({ isValid: false, signedBy: 'secret' })
    const justInTime = new Date(at.getTime() + 300_000)
    expect(verdictOf({ ...debugged(), at: justInTime }, known, all).isValid).toBe(true)
  })
})

const signed = (text: string) => `${id}.${seconds}.${text}`
const of = (text: string) => ({ 'webhook-signature': by(own.key, signed(text)) })
const windows = '{\r\n  "a": 1\r\n}'
const python = JSON.stringify(JSON.parse(body), null, 1).replace('ü', '\\u00fc')
const genuine = by(own.key, signed(body))
const inMs = String(at.getTime())

describe('WH-9: what was done to it is found by undoing it', () => {
  test.each<[Cause, string, Partial<Debugged['headers']>, string]>([
    ['trailing-newline', 'one was added', {}, `${body}\n`],
    ['trailing-newline', 'one was added, of Windows', {}, `${body}\r\n`],
    ['trailing-newline', 'one was taken away', of(`${body}\n`), body],
    ['newlines-converted', 'to Unix', of(windows), windows.replaceAll('\r', '')],
    ['newlines-converted', 'to Windows', of(windows.replaceAll('\r', '')), windows],
    ['byte-order-mark', 'one was added', {}, `\u{feff}${body}`],
    ['byte-order-mark', 'one was taken away', of(`\u{feff}${body}`), body],
    ['reformatted', 'spaces were added', {}, JSON.stringify(JSON.parse(body), null, 2)],
    ['reformatted', 'spaces were added in lines', {}, body.replaceAll(':', ': ')],
    ['reformatted', 'indentation was taken away', of(windows.replaceAll('\r', '')), '{"a":1}'],
    ['escaped-unicode', 'letters were escaped', {}, body.replace('ü', '\\u00fc')],
    ['escaped-unicode', 'escapes were read', of(body.replace('ü', '\\u00fc')), body],
    ['entities', 'signs were written as entities', {}, body.replaceAll('"', '&quot;')],
    ['entities', 'entities were read', of('{"a":"&lt;&amp;"}'), '{"a":"<&"}'],
    ['charset', 'it was read as Latin-1', {}, Buffer.from(body).toString('latin1')],
    ['reformatted', 'as Python writes it', {}, python],
    ['reformatted', 'and a mark put before it', {}, `\u{feff}${python}`],
    ['body-missing', 'nothing was left', {}, ''],
    ['body-missing', 'a framework left an object', {}, '[object Object]'],
    ['body-missing', 'nothing was signed', of(''), body],
    [
      'secret-not-decoded',
      'what stands behind whsec_ was the key',
      { 'webhook-signature': by(own.key.toString('base64'), signed(body)) },
      body,
    ],
    [
      'secret-not-decoded',
      'all of the secret was the key',
      { 'webhook-signature': by(`whsec_${own.key.toString('base64')}`, signed(body)) },
      body,
    ],
    [
      'secret-not-decoded',
      'it was decoded with what stands before it',
      {
        'webhook-signature': by(
          Buffer.from(`whsec_${own.key.toString('base64')}`, 'base64'),
          signed(body),
        ),
      },
      body,
    ],
    ['ended-secret', '', { 'webhook-signature': by(ended.key, signed(body)) }, body],
    ['other-endpoint', '', { 'webhook-signature': by(other.key, signed(body)) }, body],
    ['id-missing', '', { 'webhook-signature': by(own.key, `${seconds}.${body}`) }, body],
    ['id-missing', 'nor was the time signed', { 'webhook-signature': by(own.key, body) }, body],
    ['timestamp-unsigned', '', { 'webhook-signature': by(own.key, `${id}.${body}`) }, body],
    [
      'id-and-time-swapped',
      'in what is signed',
      { 'webhook-signature': by(own.key, `${seconds}.${id}.${body}`) },
      body,
    ],
    [
      'id-and-time-swapped',
      'in the headers',
      { 'webhook-id': String(seconds), 'webhook-timestamp': id },
      body,
    ],
    ['version-missing', '', { 'webhook-signature': genuine.slice('v1,'.length) }, body],
    [
      'version-missing',
      'or is followed by =',
      { 'webhook-signature': genuine.replace(',', '=') },
      body,
    ],
    [
      'signatures-separated',
      'by something else than a space',
      { 'webhook-signature': `${genuine},${by(old.key, signed(body))}` },
      body,
    ],
    ['timestamp-in-milliseconds', '', { 'webhook-timestamp': inMs }, body],
    [
      'hex-signature',
      '',
      {
        'webhook-signature': `v1,${createHmac('sha256', own.key).update(signed(body)).digest('hex')}`,
      },
      body,
    ],
    [
      'hex-signature',
      'and of no kind',
      {
        'webhook-signature': `sha256=${createHmac('sha256', own.key).update(signed(body)).digest('hex')}`,
      },
      body,
    ],
  ])('%s %s', (cause, _, changes, text) => {
    expect(verdictOf(debugged(changes, text), known, all)).toMatchObject({ isValid: false, cause })
  })

  test('reformatted, where the order of its names is another one', () => {
    const text = '{"data":{"n":1,"label":"Bücher"},"type":"keys.issued"}'
    expect(verdictOf(debugged({}, text), known, all).cause).toBeNull()
    expect(verdictOf(debugged({}, text), { ...known, sent: body }, all).cause).toBe('reformatted')
  })

  test('reformatted, where it is written as we never write, whatever else is wrong with it', () => {
    const text = '{"data": {"n": 1, "label": "Bücher"}, "type": "keys.issued"}'
    expect(verdictOf(debugged({}, text), known, all).cause).toBe('reformatted')
  })

  test('of another secret, where all that was signed is known to be as it was sent', () => {
    const sent = { ...known, sent: body }
    const strange = { 'webhook-signature': by(randomBytes(32), signed(body)) }
    const verdict = verdictOf(debugged(strange), sent, all)
    expect(verdict).toMatchObject({ cause: 'another-secret', isValid: false })
    expect(broken(verdict)).toEqual(['signature broken'])
    const [key, foreign] = [secret('secret', 'ed25519'), secret('secret', 'ed25519')]
    const header = { 'webhook-signature': signatureHeader([foreign], id, seconds, body) }
    const ofEd25519 = { ...sent, secrets: [key] }
    expect(verdictOf(debugged(header), ofEd25519, all).cause).toBe('another-secret')
    // Verified by HMAC, where the endpoint signs otherwise.
    expect(verdictOf(debugged(), ofEd25519, all).cause).toBe('other-kind')
  })

  test('of a body that was changed or read wrongly, where it is known what was sent', () => {
    const sent = { ...known, sent: body }
    expect(verdictOf(debugged({}, body.replace('1', '2')), sent, all).cause).toBe('body-changed')
    expect(verdictOf(debugged({}, body.replace('ü', '\u{fffd}')), sent, all).cause).toBe('charset')
  })

  test('and nothing is made up where nothing explains it', () => {
    expect(verdictOf(debugged({}, body.replace('1', '2')), known, all).cause).toBeNull()
    const strange = { 'webhook-signature': by(randomBytes(32), signed(body)) }
    expect(verdictOf(debugged(strange), known, all).cause).toBeNull()
  })
})

describe('WH-9: where the body leaves what was sent is told to the byte', () => {
  const text = body.replace('ü', 'ö')
  const sent = { ...known, sent: body }

  test('to whoever may see what was sent', () => {
    const verdict = verdictOf(debugged({}, text), sent, all)
    expect(broken(verdict)).toEqual(['body broken', 'signature broken'])
    const place = Buffer.from(body).indexOf('ü') + 1
    expect(verdict.firstDifference).toEqual({
      at: place,
      sent: expect.stringMatching(/^ücher/),
      received: expect.stringMatching(/^öcher/),
    })
    const short = verdictOf(debugged({}, body.slice(0, 10)), sent, all)
    expect(short.firstDifference).toMatchObject({ at: 10, received: '' })
  })

  test('and nobody else gets bytes of it, or a signature over bytes of their own', () => {
    const verdict = verdictOf(debugged({}, text), sent, { values: false, signing: false })
    expect(verdict).toMatchObject({ firstDifference: null, expected: [], cause: null })
    expect(JSON.stringify(verdict)).not.toContain('cher')
  })

  test('nor is anybody else told whether a guess is right, or as good as right', () => {
    const foreign = { 'webhook-signature': by(randomBytes(32), signed(body)) }
    const reordered = '{"data":{"n":1,"label":"Bücher"},"type":"keys.issued"}'
    const guesses = [body, text, reordered, body.replace('ü', '\u{fffd}'), '{}x']
    for (const signature of [foreign, { 'webhook-signature': 'v1a,AA==' }]) {
      const [right, ...wrong] = guesses.map((guess) =>
        verdictOf(debugged(signature, guess), sent, { values: false, signing: false }),
      )
      for (const verdict of wrong) expect(verdict).toEqual(right)
    }
    // What they signed themselves is right without it, and told alike whatever was sent.
    const verified = [body, text].map((was) =>
      verdictOf(debugged(), { ...known, sent: was }, { values: false, signing: true }),
    )
    expect(verified[0]).toMatchObject({ isValid: true })
    expect(verified[1]).toEqual(verified[0])
  })
})

test.each([
  '['.repeat(40_000),
  '\\'.repeat(40_000),
  '\\u'.repeat(20_000),
  '\n'.repeat(39_999) + 'x',
])('WH-9: what was made to take long is answered as well (%#)', (text) => {
  expect(verdictOf(debugged({}, text), { ...known, sent: body }, all).isValid).toBe(false)
})
