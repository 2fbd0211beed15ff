import { describe, expect, test } from '@jest/globals'
import { customers } from '@sonaqor/contract/customers'
import type { Endpoint } from '@sonaqor/contract/endpoint'
import { logs } from '@sonaqor/contract/logs'
import { webhooks } from '@sonaqor/contract/webhooks'
import { isCard, redactText } from '../../../core/redaction/index.ts'
import { z } from 'zod'
import { declaredBy } from './declared.ts'
import { exposureOf } from './read-exchange.ts'
import { redactBody } from './redact-body.ts'
import { redactHeaders, redactPath, redactQuery } from './redact-request.ts'
import { bodyHeldBack, headersHeldBack } from './held-back.ts'
import { structureOf } from './structure.ts'

const bytesOf = (value: unknown) => Buffer.from(JSON.stringify(value))
const stored = (value: unknown) => {
  const bytes = bytesOf(value)
  return redactBody(bytes, bytes.length)?.text ?? ''
}
const asked = (query: string) => redactQuery(query, declaredBy(logs.search.options.query))
const keptOf = (key: string) => redactHeaders({ 'idempotency-key': key })['idempotency-key']
/** Of what is sent to an endpoint. */
const received = (endpoint: Endpoint, value: unknown) => storedOf(endpoint.options.body, value)
/** Of what is declared so. */
const storedOf = (body: z.ZodType | undefined, value: unknown) => {
  const bytes = bytesOf(value)
  return redactBody(bytes, bytes.length, declaredBy(body))?.text ?? ''
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
    ['4242.4242.4242.4242'],
    ['4242/4242/4242/4242'],
    ['４２４２４２４２４２４２４２４２'],
    ['4242\u200b4242\u200b4242\u200b4242'],
    ['DE89370400440532013000'],
    ['DE89 3704 0044 0532 0130 00'],
    ['gb29-nwbk-6016-1331-9268-19'],
    ['+49 (0)151 234 567 89'],
    ['+41791234567'],
    ['(415) 555-0132'],
    ['415-555-0132'],
    ['AKIAIOSFODNN7EXAMPLE'],
    ['ghp_0123456789abcdefghijABCDEFGHIJ012345'],
    ['SQ_LIVE_0123456789abcdefghijABCDEFGHIJ012345'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow'],
    ['2 4111111111111111'],
    ['shop/2 4111111111111111'],
    ['1-4111-1111-1111-1111'],
    ['12 34 4111 1111 1111 1111'],
    ['7-4111111111111111'],
    ['keysq_live_0123456789abcdefghijABCDEFGHIJ012345'],
    ['xsq_test_0123456789abcdefghijABCDEFGHIJ012345'],
    ['jane.doe%40example.com'],
    ['jane.doe%252540example.com'],
    ['%E0%A4%A jane.doe%40example.com'],
    ['password=hunter2'],
    ['access_token="hunter2"'],
    ['{\\"password\\": \\"hunter2'],
    ['https://jane:hunter2@'],
    ['078-05-1120'],
    ['078‑05‑1120'],
    ['1-415-555-0132'],
  ])('%s is blotted out of any text', (secret) => {
    for (const text of [secret, `before ${secret} after`, `(${secret})`]) {
      expect(redactText(text)).not.toContain(secret.split(' ').at(-1))
    }
  })

  test.each([
    ['01890000-1234-7123-8123-123456789012'],
    ['order 4111111111111112'],
    ['DE89 3704 0044 0532 0130 01'],
    ['fr12 is no account of anybody at all'],
    ['2026-11-21T05:48:50+02:00'],
    ['می‌خواهم'],
    ['1718000000000'],
    ['2026-11-21T05:48:50.064Z'],
    ['customer_id'],
    ['019aa4b24111711181234567890ab123'],
    ['41111111111111111111'],
    ['2026-11-21 20 26 11 21'],
    ['status=200, currency=CHF; q=0.8'],
    ['100% of 25%20 and %zz'],
    ['https://example.com/a@b'],
    ['desk_0123456789'],
    ['/v1/transactions'],
    // The end of this id has the check digits of an account in Belgium.
    ['audited-01a20405-0429-75c9-be08-543c7fba8d00-200'],
  ])('%s is no secret and stays', (text) => {
    expect(redactText(text)).toBe(text)
  })

  test.each(
    'secretKey api_secret x-secret X_Secret webhook_secret signing-key pwd my_token auth bearer apiKey2 sessionId passwort tel webhooksecret'
      .split(' ')
      .map((name) => [name]),
  )('%s is a name whose value is not kept', (name) => {
    expect(stored({ [name]: 'hunter2' })).toBe(`{"${name}":"[redacted]"}`)
  })

  test.each([['keyId'], ['appId'], ['externalId'], ['customer_id'], ['currency'], ['authorId']])(
    '%s is a name like any other',
    (name) => {
      expect(stored({ [name]: 'c-1' })).toBe(`{"${name}":"c-1"}`)
    },
  )

  test('of a field that the endpoint does not declare its name and type are kept alone', () => {
    const row = { externalId: 'c-1', nmae: 'Jane', extra: { deep: 'Doe' }, region: ['Bern'] }
    const expected = {
      externalId: 'c-1',
      nmae: '[string]',
      extra: '[object]',
      region: ['[string]'],
    }
    expect(JSON.parse(received(customers.ingest, row))).toEqual(expected)
    expect(JSON.parse(received(customers.ingest, { items: [row, 'Jane'] }))).toEqual({
      items: [expected, '[string]'],
    })
    expect(received(customers.ingest, 'Jane')).toBe('"[string]"')
    expect(received(logs.search, { name: 'Jane' })).toBe('{"name":"[string]"}')
  })

  test('what a webhook endpoint is to send along is not stored, whatever its headers are called', () => {
    const headers = { 'X-Tok': 'hush-1111', 'X-Route': 'inner' }
    const kept = { 'X-Tok': '[redacted]', 'X-Route': '[redacted]' }
    const made = { url: 'https://hooks.example/in', headers }
    expect(JSON.parse(received(webhooks.createEndpoint, made))).toEqual({ ...made, headers: kept })
    expect(JSON.parse(received(webhooks.updateEndpoint, { headers }))).toEqual({ headers: kept })
  })

  test('what is declared as never shown again is not stored wherever it stands, in a list or as all of a body', () => {
    const secret = z.string().meta({ writeOnly: true })
    expect(storedOf(z.object({ all: z.array(secret) }), { all: ['hush'] })).toBe(
      '{"all":["[redacted]"]}',
    )
    expect(storedOf(secret, 'hush')).toBe('"[redacted]"')
  })

  test('of a webhook whose signature is looked at nothing is stored, nor how it would have to be signed', () => {
    const body = bytesOf({ endpointId: 'e', headers: { 'x-tok': 'hush' }, body: '{"a":"hush"}' })
    const { request, response } = exposureOf({
      endpoint: webhooks.debugSignature,
      request: { method: 'POST', path: '/', query: '', headers: {}, body, bodyBytes: body.length },
      response: { status: 200, headers: {}, body: bytesOf({ expected: ['v1,hush'] }) },
    })
    expect([request.body?.text, response.body?.text]).toEqual(['', ''])
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
    expect(asked('?email=a%40b.example&path=jane%40mail.example&limit=5')).toBe(
      'email=[redacted]&path=[redacted]&limit=5',
    )
    expect(asked('secretKey=s3cret&pwd=hunter2&nmae=Jane&limit=5')).toBe(
      'secretKey=[redacted]&pwd=[redacted]&nmae=[redacted]&limit=5',
    )
  })

  test('a path loses what is private in it and nothing else', () => {
    expect(redactPath('/v1/customers/jane%40mail.example/x%2Fy')).toBe(
      '/v1/customers/[redacted]/x%2Fy',
    )
    expect(redactPath('/v1/%E0%A4%A')).toBe('/v1/%E0%A4%A')
    for (const secret of [
      '7-4111111111111111',
      '1%204111111111111111',
      '%2534111111111111111',
      '4111/1111/1111/1111',
      'jane%252540mail.example',
      'a%252Fjane%2540mail.example',
      'x;password=hunter2;token=hunter2',
      '078-05-1120',
      '+41791234567',
      '(415)%20555-0132',
    ]) {
      expect(redactPath(`/v1/x/${secret}`)).not.toMatch(
        /41111|1111\/1111|mail|hunter2|1120|4567|0132/,
      )
    }
  })

  test('only headers that were thought about are kept', () => {
    expect(
      redactHeaders({
        authorization: 'Bearer sq_test_x',
        cookie: 'a=b',
        'x-api-key': 'k',
        'user-agent': 'curl/8 (jane@mail.example)',
        'content-length': 7,
        origin: undefined,
      }),
    ).toEqual({ 'user-agent': 'curl/8 ([redacted])', 'content-length': '7' })
  })

  test('of an idempotency key no more than the beginning of a uuid is kept, and that an answer was replayed', () => {
    expect(keptOf('0d8c5c8e-0f0e-4c58-9a3b-5b1f3f0b6a11')).toBe('0d8c5c8e…')
    expect(keptOf('"0d8c5c8e-0f0e-4c58-9a3b-5b1f3f0b6a11"')).toBe('0d8c5c8e…')
    for (const key of ['order-of-mrs-doe', 'jane', '42', `${'x'.repeat(600)}`]) {
      expect(keptOf(key)).toBe('[redacted]')
    }
    const replayed = { 'idempotency-replayed': 'true' }
    expect(redactHeaders(replayed)).toEqual(replayed)
  })

  test('a header that leads somewhere is redacted as the address that it is', () => {
    const key = 'sq_live_0123456789abcdefghijABCDEFGHIJ012345'
    const { query } = logs.search.options
    const link = `</v1/logs?q=key%3A${key}&limit=1&cursor=AbC>; rel="next", </v1/x/jane%40mail.example?q=4111%201111+1111%201111>; rel="prev"`
    expect(redactHeaders({ link }, undefined, declaredBy(query))).toEqual({
      link: '</v1/logs?q=key%3A[redacted]&limit=1&cursor=AbC>; rel="next", </v1/x/[redacted]?q=[redacted]>; rel="prev"',
    })
    expect(redactHeaders({ location: `/v1/x?note=Jane#${key}` })).toEqual({
      location: '/v1/x?note=[redacted]#[redacted]',
    })
  })

  test('what is cut is redacted before, so that no half of a number stays', () => {
    for (let front = 480; front < 520; front += 1) {
      const agent = `${'x'.repeat(front)} 4111111111111111 sq_live_0123456789abcdefghijABCDEFGHIJ012345`
      expect(redactHeaders({ 'user-agent': agent })['user-agent']).not.toMatch(/4111|sq_/)
    }
  })

  test('JSON within a text is read as JSON', () => {
    const inner = JSON.stringify({ password: 'hunter2', list: [{ iban: 'x' }], region: 'CH' })
    expect(JSON.parse(stored({ region: inner }))).toEqual({
      region: '{"password":"[redacted]","list":[{"iban":"[redacted]"}],"region":"CH"}',
    })
    expect(stored({ region: JSON.stringify({ a: inner }) })).not.toContain('hunter2')
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

  test('XC-2: of headers beside a body that is held back the harmless ones alone have a value', () => {
    const harmless = { 'Content-Type': 'application/json', date: 'today', 'retry-after': '3' }
    const telling =
      'content-length etag if-none-match location link x-content-sha256 x-amz-content-sha256 ' +
      'x-body-md5 X-CRC32 x-content-length repr-digest x-uncompressed-length webhook-signature x-new'
    const names = telling.split(' ')
    const values = Object.fromEntries(names.map((name) => [name, 'tells']))
    expect(headersHeldBack({ ...harmless, ...values })).toEqual({
      ...harmless,
      ...Object.fromEntries(names.map((name) => [name, '[redacted]'])),
    })
  })

  test('XC-2: a body that is held back says that it was cut of a structure alone', () => {
    const held = { bytes: 0, isHeldBack: true }
    expect(bodyHeldBack({ text: '{"a":1}', cut: true })).toEqual({
      text: '{"a":"number"}',
      cut: true,
      ...held,
    })
    expect(bodyHeldBack({ text: 'Jane D', cut: true })).toEqual({ text: '', cut: false, ...held })
  })
})
