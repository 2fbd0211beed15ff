/** XC-15, WH-2: what a partner is sent is ours, of now, and as it was sent; or it is refused. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'
import { signWebhook, verifyWebhook, WebhookError, type ReceivedWebhook } from './src/webhooks.ts'

const secretOf = (letter: string) => `whsec_${btoa(letter.repeat(24))}`
const secret = secretOf('a')
const payload = { type: 'keys.revoked', timestamp: '2026-11-02T09:30:00Z', data: { id: '1' } }
const body = JSON.stringify(payload)

/** As a library of the specification signs it. */
function signed(said: string = body, at: Date = new Date(), by: string = secret) {
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign('msg_1', at, said),
  }
}

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)

/** What it is refused for, or that it is not. */
const faultOf = (received: Partial<ReceivedWebhook>) =>
  verifyWebhook({ body, headers: signed(), secret, ...received }).then(
    () => 'taken',
    (error: unknown) => (error instanceof WebhookError ? error.fault : String(error)),
  )

describe('a webhook that is ours', () => {
  test('is taken, with its id, its time and what it tells', async () => {
    const at = new Date(Math.floor(Date.now() / 1000) * 1000)
    const taken = await verifyWebhook({ body, headers: signed(body, at), secret })
    expect(taken).toEqual({ id: 'msg_1', sentAt: at, event: payload })
  })

  test.each<[string, ReceivedWebhook['headers'], ReceivedWebhook['body']]>([
    ['headers of the web', new Headers(signed()), body],
    ['headers of Node, with a list', { ...signed(), 'webhook-id': ['msg_1'] }, body],
    [
      'names in capitals',
      Object.fromEntries(
        Object.entries(signed()).map(([name, value]) => [name.toUpperCase(), value]),
      ),
      body,
    ],
    ['bytes', signed(), new TextEncoder().encode(body)],
    ['a buffer of Node', signed(), Buffer.from(body)],
    ['letters of any language', signed('{"type":"ü – 鍵"}'), '{"type":"ü – 鍵"}'],
  ])('is taken by %s', async (_, headers, said) => {
    expect(await faultOf({ headers, body: said })).toBe('taken')
  })

  test('is taken by either secret while one is rotated, whichever signature comes first', async () => {
    const at = new Date()
    const [old, next] = ['b', 'c'].map((letter) => signed(body, at, secretOf(letter)))
    const headers = {
      ...old,
      'webhook-signature': `${old!['webhook-signature']} ${next!['webhook-signature']}`,
    }
    expect(await faultOf({ headers, secret: secretOf('c') })).toBe('taken')
    expect(await faultOf({ headers, secret: secretOf('b') })).toBe('taken')
    expect(await faultOf({ headers: next!, secret: ['b', 'c'].map(secretOf) })).toBe('taken')
    expect(await faultOf({ headers })).toBe('signature')
  })

  test('is taken by our public key, where only we can have signed it', async () => {
    const [ours, others] = [1, 2].map(() => generateKeyPairSync('ed25519'))
    const publicKey = ours!.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
    const { 'webhook-id': id, 'webhook-timestamp': time } = signed()
    const headers = (by: typeof ours) => ({
      'webhook-id': id,
      'webhook-timestamp': time,
      'webhook-signature': `v1a,${sign(null, Buffer.from(`${id}.${time}.${body}`), by!.privateKey).toString('base64')}`,
    })
    const key = `whpk_${publicKey.toString('base64')}`
    expect(await faultOf({ headers: headers(ours), secret: key })).toBe('taken')
    expect(await faultOf({ headers: headers(ours), secret: [secret, key] })).toBe('taken')
    expect(await faultOf({ headers: headers(others), secret: key })).toBe('signature')
    expect(await faultOf({ headers: headers(ours), body: `${body} `, secret: key })).toBe(
      'signature',
    )
  })

  test('is taken up to five minutes from now, or as far as is said', async () => {
    expect(await faultOf({ headers: signed(body, ago(290)) })).toBe('taken')
    expect(await faultOf({ headers: signed(body, ago(310)) })).toBe('timestamp')
    expect(await faultOf({ headers: signed(body, ago(-310)) })).toBe('timestamp')
    expect(await faultOf({ headers: signed(body, ago(310)), toleranceSeconds: 600 })).toBe('taken')
  })
})

describe('a webhook is refused', () => {
  const { 'webhook-signature': own } = signed()
  test.each<[string, Partial<ReceivedWebhook>, string]>([
    ['by another secret', { secret: secretOf('b') }, 'signature'],
    ['with another body', { body: body.replace('1', '2') }, 'signature'],
    ['with a space more', { body: `${body} ` }, 'signature'],
    ['with another id', { headers: { ...signed(), 'webhook-id': 'msg_2' } }, 'signature'],
    [
      'with another time',
      { headers: { ...signed(), 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 9) } },
      'signature',
    ],
    ['without an id', { headers: { ...signed(), 'webhook-id': undefined } }, 'headers'],
    ['without a signature', { headers: { ...signed(), 'webhook-signature': '' } }, 'headers'],
    ['with no time', { headers: { ...signed(), 'webhook-timestamp': '12e3' } }, 'timestamp'],
    [
      'with a signature that is cut',
      { headers: { ...signed(), 'webhook-signature': own.slice(0, -4) } },
      'signature',
    ],
    [
      'with a signature that goes on',
      {
        headers: {
          ...signed(),
          'webhook-signature': `v1,${Buffer.from(`${atob(own.slice(3))}more`, 'latin1').toString('base64')}`,
        },
      },
      'signature',
    ],
    ['with an empty one', { headers: { ...signed(), 'webhook-signature': 'v1,' } }, 'signature'],
    [
      'with one of another kind',
      { headers: { ...signed(), 'webhook-signature': own.replace('v1', 'v1a') } },
      'signature',
    ],
    [
      'with a heap of them',
      { headers: { ...signed(), 'webhook-signature': `${'v1,AAAA '.repeat(99)}${own}` } },
      'signature',
    ],
    ['that tells no JSON', { body: 'hello', headers: signed('hello') }, 'body'],
  ])('%s', async (_, received, fault) => {
    expect(await faultOf(received)).toBe(fault)
  })

  test.each([
    ['nothing', []],
    ['an empty one', 'whsec_'],
    ['one that is too short', `whsec_${btoa('a'.repeat(23))}`],
    ['one without its beginning', btoa('a'.repeat(24))],
    ['our private key', `whsk_${btoa('a'.repeat(32))}`],
  ])('whatever it says, where the secret is %s', async (_, given) => {
    expect(await faultOf({ secret: given })).toMatch(/^TypeError/)
  })

  test('once its body was parsed, and it is said why', async () => {
    const parsed = payload as unknown as string
    expect(await faultOf({ body: parsed })).toMatch(/before it was parsed/)
  })
})

test('what is signed for a test is what every library of the specification takes', async () => {
  const headers = await signWebhook({ id: 'msg_1', body, secret })
  expect(new Webhook(secret).verify(body, headers)).toEqual(payload)
  const late = await signWebhook({ id: 'msg_1', body, secret, sentAt: ago(400) })
  expect(await faultOf({ headers: late })).toBe('timestamp')
})
