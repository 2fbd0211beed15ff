/** LG-2: the query language of the logs, as the server and the browser read it. */
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { LogEntry } from './logs.ts'
import { holdsAll } from './log-query-match.ts'
import { writtenQuery } from './log-query-written.ts'
import { expectations, readLogQuery, wordsOf, type LogTerm } from './log-query.ts'

const id = '0190a5b2-7c1e-7000-8000-000000000001'
const line = {
  status: 502,
  method: 'POST',
  path: '/v1/Transactions/a b',
  keyId: id,
  keyPrefix: 'sq_live_Ab12',
  appId: id,
  ip: '10.1.2.3',
  latencyMs: 250.5,
  requestId: id,
} satisfies Partial<LogEntry>

function termsOf(query: string): readonly LogTerm[] {
  const { terms, fault } = readLogQuery(query)
  if (fault) throw new Error(wordsOf(fault))
  return terms
}

describe('LG-2 what a line has to be', () => {
  test.each([
    ['', true],
    ['status:502', true],
    ['status:5xx method:post', true],
    ['status:5XX method:GET', false],
    ['status:404,5xx', true],
    ['status:>=500 status:<503', true],
    ['status:>502', false],
    ['status:400..499', false],
    ['-status:404', true],
    ['-status:500..599', false],
    ['path:/v1/Transactions*', true],
    ['path:/v1/Transactions', false],
    ['path:"/v1/Transactions/a b"', true],
    ['path:"/v1/Transactions/a "*', true],
    ['path:"/v1/*"', false],
    ['path:*transactions*', true],
    ['path:*Transactions/A', false],
    ['path:*/a B', false],
    ['path:*"/A B"', true],
    ['path:*"ns/A "*', true],
    ['-path:*keys*,*"A b"', false],
    ['transactions', true],
    ['"S/A B"', true],
    ['-"s/a b"', false],
    ['key:sq_live_Ab12', true],
    ['key:sq_live_', true],
    ['key:sq_live_Ab12cdefghijklmnop', true],
    ['sq_live_Ab12cdefghijklmnop', true],
    ['key:sq_test_Ab12', false],
    ['"OR" or', false],
    [id, true],
    [`-${id.toUpperCase()}`, false],
    [`"${id}"`, false],
    [`key:${id} app:${id.toUpperCase()} request:${id}`, true],
    ['ip:10.1.2.3', true],
    ['ip:10.0.0.0/8', true],
    ['ip:10.1.2.128/25', false],
    ['ip:::/0', false],
    ['ip:0.0.0.0/0', true],
    ['ip:192.168.0.1,10.1.2.0/24', true],
    ['latency:>250', true],
    ['latency:>250.5', false],
    ['latency:>=250.5', true],
    ['latency:<=0.25s', false],
    ['latency:250..251ms', true],
    ['latency:>1.001s', false],
    ['latency:>=10000s', false],
    ['latency:<9999999.999s', true],
    ['latency:250.5..250.5', true],
    ['latency:<0s', false],
    ['ip:10.1.2.3/32', true],
    ['-"-transactions"', true],
    ['"status:502"', false],
    ['status:502..502', true],
    ['  STATUS:502\tMethod:Post  ', true],
  ])('%s', (query, holds) => {
    expect(holdsAll(line, termsOf(query))).toBe(holds)
    // Written down and read again it asks for the same.
    expect(termsOf(writtenQuery(termsOf(query)))).toEqual(termsOf(query))
  })

  test('LG-2: what was imported is asked for by a word, as people see it', () => {
    const [asked] = readLogQuery('key:Imported').terms ?? []
    expect(asked?.anyOf).toEqual([{ kind: 'begins', text: 'sq_imported' }])
  })

  test('an address of IPv6 is within its range, however it is spelt', () => {
    const long = { ...line, ip: '2001:db8::7' }
    expect(holdsAll(long, termsOf('ip:2001:DB8::/32'))).toBe(true)
    expect(holdsAll(long, termsOf('ip:2001:db8:0:0::7'))).toBe(true)
    expect(holdsAll(long, termsOf('ip:2001:db9::/32'))).toBe(false)
    expect(holdsAll({ ...line, ip: 'not an address' }, termsOf('ip:::/0'))).toBe(false)
  })
})

describe('LG-2 a query that cannot be read says where, and what it expected', () => {
  test.each<[string, number, keyof typeof expectations]>([
    ['status:teapot', 7, 'status'],
    ['status:', 7, 'value'],
    ['status:404,', 11, 'value'],
    ['status:600', 7, 'status'],
    ['status:499..400', 7, 'order'],
    ['status:>400..500', 7, 'status'],
    ['status:4*', 7, 'status'],
    ['path:/v1 colour:red', 9, 'field'],
    ['status:404 :red', 11, 'field'],
    ['method:FETCH', 7, 'method'],
    ['key:secret', 4, 'key'],
    ['app:"Front door"', 4, 'id'],
    ['request:1', 8, 'id'],
    ['ip:10.0.0', 3, 'ip'],
    ['ip:10.0.0.256', 3, 'ip'],
    ['ip:10.0.0.0/33', 3, 'ip'],
    ['ip:010.0.0.1', 3, 'ip'],
    ['ip:1::2::3', 3, 'ip'],
    ['ip:::ffff:10.0.0.1', 3, 'ip'],
    ['latency:500', 8, 'latency'],
    ['latency:>fast', 8, 'latency'],
    ['path:/v1/*/x', 9, 'star'],
    ['path:*v1*/x*', 8, 'star'],
    ['path:/v1,**keys', 10, 'star'],
    ['path:*', 5, 'value'],
    ['*keys*', 0, 'star'],
    ['app:*4f', 4, 'star'],
    ['path:"/v1', 9, 'quote'],
    ['"a\\', 3, 'quote'],
    ['"a"b', 3, 'space'],
    ['status:404 OR status:500', 11, 'word'],
    ['NOT status:404', 0, 'word'],
    ['-AND', 1, 'word'],
    ['status:404 latency>20', 18, 'colon'],
    ['-Status=404', 7, 'colon'],
    ['-', 1, 'term'],
    ['status:404 - 5xx', 12, 'term'],
    ['""', 0, 'value'],
    [Array.from({ length: 21 }, () => 'a').join(' '), 40, 'fewerTerms'],
    [`status:${Array.from({ length: 21 }, () => '404').join(',')}`, 87, 'fewerValues'],
  ])('%s', (query, at, expected) => {
    expect(readLogQuery(query)).toEqual({ fault: { at, expected } })
  })

  test('people count from 1', () => {
    expect(wordsOf({ at: 7, expected: 'status' })).toBe(
      'at character 8 it expects a status such as 404, 5xx, >=400 or 400..499',
    )
  })
})

test('LG-2 no more of a secret is kept than names its key', () => {
  const secret = `sq_live_${'A1b2'.repeat(9)}`
  for (const query of [secret, `key:${secret}`, `-path:/v1/keys/${secret}*`, `"of ${secret}"`]) {
    const kept = writtenQuery(termsOf(query))
    expect(kept).toContain('sq_live_A1b2')
    expect(kept).not.toContain('sq_live_A1b2A')
  }
})

describe('LG-2 a query is written in one way', () => {
  test.each([
    ['latency:>1.001s', 'latency:>1001'],
    ['latency:>=10000s', 'latency:>=10000s'],
    ['latency:1000..2500ms', 'latency:1s..2500'],
    ['latency:5..5', 'latency:5..5'],
    ['ip:10.0.0.1/32,2001:DB8::1/128', 'ip:10.0.0.1,2001:db8::1'],
    ['status:400..499,404..404', 'status:4xx,404'],
    ['"plain" "two words" -"-x" "-x"', 'plain "two words" --x "-x"'],
    ['"a:b" "a/b:c"', '"a:b" a/b:c'],
  ])('%s', (query, kept) => {
    expect(writtenQuery(termsOf(query))).toBe(kept)
  })

  test('it reads as what it was written from, and is no longer', () => {
    const bound = fc
      .tuple(fc.nat(99_999), fc.constantFrom('', '.5', '.001', '.25'), fc.constantFrom('', 's'))
      .map((parts) => parts.join(''))
    const text = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'ab-:,*"\\./ ') })
    const inQuotes = text.map((one) => `"${one.replaceAll(/["\\]/g, String.raw`\$&`)}"`)
    const value = fc.oneof(
      bound.map((one) => `>${one}`),
      bound.map((one) => `<=${one}`),
      fc.tuple(bound, bound).map((ends) => ends.join('..')),
      fc.constantFrom('404', '5xx', '>=400', '400..499', '404..404', 'get', id.toUpperCase()),
      fc.tuple(fc.ipV4(), fc.constantFrom('', '/8', '/32')).map((parts) => parts.join('')),
      fc.tuple(fc.ipV6(), fc.constantFrom('', '/64', '/128')).map((parts) => parts.join('')),
      text,
      inQuotes,
      inQuotes.map((one) => `${one}*`),
      inQuotes.map((one) => `*${one}*`),
      text.map((one) => `*${one}`),
    )
    const field = fc.constantFrom(
      '',
      'status:',
      'method:',
      'path:',
      'key:',
      'ip:',
      'latency:',
      'request:',
    )
    const term = fc
      .tuple(fc.constantFrom('', '-'), field, fc.array(value, { minLength: 1, maxLength: 3 }))
      .map(([sign, name, values]) => `${sign}${name}${values.join(',')}`)
    let readable = 0
    fc.assert(
      fc.property(fc.array(term, { maxLength: 3 }), (terms) => {
        const query = terms.join(' ')
        const reading = readLogQuery(query)
        if (reading.fault) return
        readable += 1
        const kept = writtenQuery(reading.terms)
        expect(termsOf(kept)).toEqual(reading.terms)
        // A bare id is told to be that of a request.
        const told = query.replaceAll(new RegExp(id, 'gi'), `request:${id}`)
        expect(kept.length).toBeLessThanOrEqual(told.length)
      }),
      { numRuns: 5000 },
    )
    expect(readable).toBeGreaterThan(500)
  })
})

test('LG-2 no text takes long to read, and none is anything but terms or a fault', () => {
  const strange = [
    '"',
    '\\',
    '*',
    ':',
    ',',
    '-',
    '..',
    '>',
    '/',
    '\u{1F600}',
    ' ',
    'status:',
    'ip:',
  ]
  for (let turn = 0; turn < 3000; turn += 1) {
    let query = ''
    for (let part = 0; part < 1 + (turn % 40); part += 1) {
      query += strange[(turn * 7 + part * part * 13 + part) % strange.length]!
    }
    const { terms, fault } = readLogQuery(query)
    if (fault) expect(fault.at).toBeLessThanOrEqual(query.length)
    else expect(termsOf(writtenQuery(terms))).toEqual(terms)
  }
})
