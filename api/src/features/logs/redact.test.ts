import { describe, expect, test } from '@jest/globals'
import { redactBody } from './redact-body.ts'
import { redactHeaders, redactPath, redactQuery } from './redact-request.ts'
import { isCard, redactText } from './redact-text.ts'
import { structureOf } from './structure.ts'

const stored = (value: unknown) => {
  const bytes = Buffer.from(JSON.stringify(value))
  return redactBody(bytes, bytes.length)?.text ?? ''
}

describe('LG-1: secrets and personal data never reach the store', () => {
  test.each([
    ['sq_test_0123456789abcdefghijABCDEFGHIJ012345'],
    ['sq_live_0123456789abcdefghijABCDEFGHIJ012345'],
    ['eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'],
    ['Bearer abc.def-ghi'],
    ['jane.doe+tag@mail.example.co.uk'],
    ['jürgen@bücher.example'],
    ['4111111111111111'],
    ['4111 1111 1111 1111'],
    ['3782-822463-10005'],
    ['6011111111111117'],
  ])('%s is blotted out of any text', (secret) => {
    for (const text of [secret, `before ${secret} after`, `(${secret})`]) {
      expect(redactText(text)).not.toContain(secret.split(' ').at(-1))
    }
  })

  test.each([
    ['01890000-1234-7123-8123-123456789012'],
    ['order 4111111111111112'],
    ['1718000000000'],
    ['2026-11-21T05:48:50.064Z'],
    ['customer_id'],
    ['/v1/transactions'],
  ])('%s is no secret and stays', (text) => {
    expect(redactText(text)).toBe(text)
  })

  test('a card number sent as a JSON number is found too', () => {
    expect(stored({ externalId: 'a', reference: 4111111111111111 })).not.toContain(
      '4111111111111111',
    )
    expect(isCard('4111111111111112')).toBe(false)
  })

  test('personal fields lose their values at any depth, and keep their names', () => {
    const text = stored({
      items: [
        {
          externalId: 'c-1',
          givenName: 'Jane',
          birth_date: '1990-01-01',
          address: { city: 'Bern', lines: ['Street 1'] },
          documents: [{ kind: 'passport', number: 'X123' }],
          attributes: { shoeSize: 42 },
          region: 'CH',
        },
      ],
    })
    for (const value of ['Jane', '1990', 'Bern', 'Street', 'X123', '42']) {
      expect(text).not.toContain(value)
    }
    expect(JSON.parse(text)).toMatchObject({
      items: [{ externalId: 'c-1', address: { city: '[redacted]' }, region: 'CH' }],
    })
  })

  test('the secret of a key that was just issued is not in the stored answer', () => {
    expect(stored({ id: '1', secret: 'whatever it looks like' })).toBe(
      '{"id":"1","secret":"[redacted]"}',
    )
  })

  test('a query is redacted by name and by value, also where it is encoded', () => {
    expect(redactQuery('?email=a%40b.example&q=jane%40mail.example&limit=5')).toBe(
      'email=[redacted]&q=[redacted]&limit=5',
    )
  })

  test('a path loses what is private in it and nothing else', () => {
    expect(redactPath('/v1/customers/jane%40mail.example/x%2Fy')).toBe(
      '/v1/customers/[redacted]/x%2Fy',
    )
    expect(redactPath('/v1/%E0%A4%A')).toBe('/v1/%E0%A4%A')
  })

  test('only headers that were thought about are kept', () => {
    expect(
      redactHeaders({
        authorization: 'Bearer sq_test_x',
        cookie: 'a=b',
        'x-api-key': 'k',
        'idempotency-key': 'order-of-mrs-doe',
        'user-agent': 'curl/8 (jane@mail.example)',
        'content-length': 7,
        origin: undefined,
      }),
    ).toEqual({ 'user-agent': 'curl/8 ([redacted])', 'content-length': '7' })
  })
})

describe('LG-1: a stored body has a bound and stays readable', () => {
  test('a large batch is cut between values, and says so', () => {
    const items = Array.from({ length: 1000 }, (_, index) => ({ externalId: `t-${index}` }))
    const bytes = Buffer.from(JSON.stringify({ items }))
    const body = redactBody(bytes, bytes.length)
    expect(body).toMatchObject({ bytes: bytes.length, cut: true })
    expect(Buffer.byteLength(body!.text)).toBeLessThanOrEqual(17 * 1024)
    expect(JSON.parse(body!.text)).toHaveProperty('items.0.externalId', 't-0')
  })

  test('what is not JSON is told by its size alone', () => {
    const bytes = Buffer.from('{"name": "Jane"')
    expect(redactBody(bytes, bytes.length)).toEqual({ text: '', bytes: bytes.length, cut: true })
    expect(redactBody(null, 0)).toBeNull()
  })

  test('depth, length and awkward names harm nobody', () => {
    const deep = Buffer.from('['.repeat(30_000) + ']'.repeat(30_000))
    expect(redactBody(deep, deep.length)?.cut).toBe(true)
    expect(stored({ text: 'a'.repeat(60_000) })).toContain('[60000 characters]')
    expect(stored(JSON.parse('{"__proto__":{"x":1},"toString":2}'))).toBe(
      '{"__proto__":{"x":1},"toString":2}',
    )
  })

  test('the structure shows names and types, and no value', () => {
    expect(structureOf('{"amount":"12.50","lines":[{"quantity":2}],"ok":true,"none":null}')).toBe(
      '{"amount":"string","lines":[{"quantity":"number"}],"ok":"boolean","none":"null"}',
    )
    expect(structureOf('Jane')).toBe('')
  })
})
