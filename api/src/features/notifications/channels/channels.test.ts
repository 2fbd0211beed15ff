/** XC-13: what each carrier is told, and what is made of its answer, on real sockets. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSocket, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { startMailServer, type MailServer } from '../../../testing/mail-server.ts'
import { pauseAfter, triesMax } from '../retries.ts'
import { closed, shortened, type Channel, type Mail } from './channel.ts'
import { smtpChannel } from './mail.ts'
import { slackChannel } from './slack.ts'
import { smsChannel } from './sms.ts'

interface Heard {
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

let carrier: Server
let url: string
let heard: Heard[]
let answer: (response: ServerResponse) => void

beforeAll(async () => {
  carrier = createServer(async (request, response) => {
    heard.push({ url: request.url ?? '', headers: request.headers, body: await text(request) })
    answer(response)
  })
  carrier.listen(0, '127.0.0.1')
  await once(carrier, 'listening')
  url = `http://127.0.0.1:${(carrier.address() as AddressInfo).port}`
})
afterAll(() => {
  carrier.closeAllConnections()
  carrier.close()
})
beforeEach(() => {
  heard = []
  answer = (response) => response.end('{"ok": true}')
})

const line = { id: 'x', to: 'U0123ABCD', text: 'Key <@U999> revoked & <https://evil.test|gone>' }

const bot = () => slackChannel({ apiUrl: `${url}/api`, botToken: 'xoxb-1' })

describe('Slack', () => {
  test('is told by our bot, and takes nothing in a name for a mention or a link', async () => {
    expect(await bot().send(line)).toEqual({ state: 'sent', status: 200 })
    expect(heard[0]).toMatchObject({
      url: '/api/chat.postMessage',
      headers: { authorization: 'Bearer xoxb-1' },
    })
    expect(JSON.parse(heard[0]!.body)).toEqual({
      channel: 'U0123ABCD',
      text: 'Key &lt;@U999&gt; revoked &amp; &lt;https://evil.test|gone&gt;',
      unfurl_links: false,
    })
  })

  test('is told by its webhook where there is no bot', async () => {
    const channel = slackChannel({ apiUrl: 'https://nowhere.test', webhookUrl: `${url}/hook` })
    answer = (response) => response.end('ok')
    expect(await channel.send({ ...line, text: 'Hello' })).toEqual({ state: 'sent', status: 200 })
    expect(heard[0]).toMatchObject({ url: '/hook', body: '{"text":"<@U0123ABCD> Hello"}' })
  })

  test('refuses within an answer of 200, which is final', async () => {
    answer = (response) => response.end('{"ok": false, "error": "channel_not_found"}')
    expect(await bot().send(line)).toMatchObject({
      state: 'failed',
      reason: 'refused',
      isFinal: true,
    })
    answer = (response) => response.end('not even JSON')
    expect(await bot().send(line)).toMatchObject({ state: 'failed', isFinal: true })
  })

  test('that is busy is asked again, as late as it says and no later than in an hour', async () => {
    answer = (response) => response.writeHead(429, { 'retry-after': '7' }).end()
    const busy = { state: 'failed', reason: 'busy', status: 429, isFinal: false }
    expect(await bot().send(line)).toEqual({ ...busy, afterSeconds: 7 })
    answer = (response) => response.writeHead(429, { 'retry-after': '999999' }).end()
    expect(await bot().send(line)).toEqual({ ...busy, afterSeconds: 3600 })
    answer = (response) => response.writeHead(503).end()
    expect(await bot().send(line)).toEqual({ ...busy, status: 503 })
  })

  test('is not asked about an address that is none', async () => {
    for (const to of ['everybody', 'https://evil.test', '', 'U1 @channel']) {
      expect(await bot().send({ ...line, to })).toEqual({
        state: 'suppressed',
        reason: 'no-address',
      })
    }
    expect(heard).toEqual([])
  })
})

const sms = () => smsChannel({ apiUrl: url, account: 'AC1', token: 'secret', from: '+15550000000' })

describe('SMS', () => {
  const to = '+4915112345678'

  test('is told as Twilio is, in two messages at most', async () => {
    answer = (response) => response.writeHead(201).end('{"sid": "SM1"}')
    const told = await sms().send({ id: 'x', to, text: '😀'.repeat(200) })
    expect(told).toEqual({ state: 'sent', status: 201 })
    const { url: path, headers, body } = heard[0]!
    expect(path).toBe('/2010-04-01/Accounts/AC1/Messages.json')
    expect(headers.authorization).toBe(`Basic ${Buffer.from('AC1:secret').toString('base64')}`)
    const form = new URLSearchParams(body)
    expect([form.get('To'), form.get('From')]).toEqual([to, '+15550000000'])
    expect(form.get('Body')).toBe(`${'😀'.repeat(133)}…`)
  })

  test('is not tried with what is no number, and a refusal is final', async () => {
    expect(await sms().send({ id: 'x', to: '0151', text: 'Hi' })).toMatchObject({
      state: 'suppressed',
    })
    answer = (response) => response.writeHead(400).end('{"code": 21211}')
    expect(await sms().send({ id: 'x', to, text: 'Hi' })).toEqual({
      state: 'failed',
      reason: 'refused',
      status: 400,
      isFinal: true,
    })
  })

  test('follows nobody elsewhere, reads no endless answer, and tells who is not there', async () => {
    answer = (response) => response.writeHead(307, { location: `${url}/elsewhere` }).end()
    expect(await sms().send({ id: 'x', to, text: 'Hi' })).toMatchObject({
      state: 'failed',
      status: 307,
    })
    expect(heard).toHaveLength(1)
    answer = (response) => {
      response.writeHead(201)
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
        response.once('drain', pour)
      }
      pour()
    }
    expect(await sms().send({ id: 'x', to, text: 'Hi' })).toMatchObject({ state: 'sent' })
    const nobody = smsChannel({ apiUrl: 'http://127.0.0.1:9', account: 'a', token: 't', from: 'f' })
    expect(await nobody.send({ id: 'x', to, text: 'Hi' })).toEqual({
      state: 'failed',
      reason: 'unreachable',
      isFinal: false,
    })
  })

  test('that says nothing is given up on', async () => {
    answer = () => undefined
    expect(await sms().send({ id: 'x', to, text: 'Hi' })).toMatchObject({ reason: 'too-slow' })
  })
})

const refuse = (responseCode: number) => {
  throw Object.assign(new Error('no'), { responseCode })
}

describe('mail', () => {
  let server: MailServer
  let channel: Channel<Mail>
  beforeEach(async () => {
    server = await startMailServer()
    channel = smtpChannel({
      url: server.url,
      from: 'Sonaqor <no-reply@sonaqor.test>',
      host: 'sonaqor.test',
    })
  })
  afterEach(async () => {
    channel.close?.()
    await server.stop()
  })

  const mail: Mail = {
    id: '00000000-0000-7000-8000-000000000001',
    to: { name: 'Ada Marsh', address: 'ada@acme.test' },
    subject: 'Grüße 😀',
    text: 'Plain',
    html: '<p>Rich</p>',
  }

  test('arrives with both forms, and with the same Message-ID at every attempt', async () => {
    expect(await channel.send(mail)).toMatchObject({ state: 'sent' })
    await channel.send(mail)
    const [first, second] = server.to('ada@acme.test')
    expect(first!.header('message-id')).toBe(`<${mail.id}@sonaqor.test>`)
    expect(second!.header('message-id')).toBe(first!.header('message-id'))
    expect(first!.header('subject')).toBe('Grüße 😀')
    expect(first!.header('auto-submitted')).toBe('auto-generated')
    expect([first!.text.trim(), first!.html.trim()]).toEqual(['Plain', '<p>Rich</p>'])
  })

  test('lets no name and no subject put in a header or a recipient', async () => {
    const name = 'Ada"\r\nBcc: all@evil.test\r\n <x@evil.test>, '
    const subject = 'Hello\r\nBcc: all@evil.test\r\n\r\nbody'
    await channel.send({ ...mail, subject, to: { name, address: 'ada@acme.test' } })
    const [received] = server.mails
    expect(server.mails).toHaveLength(1)
    expect(received!.to).toEqual(['ada@acme.test'])
    expect(received!.raw).not.toMatch(/^bcc:/im)
  })

  test('that is refused for good is not tried again; for the moment, it is', async () => {
    server.before(async () => refuse(550))
    expect(await channel.send(mail)).toEqual({
      state: 'failed',
      reason: 'refused',
      status: 550,
      isFinal: true,
    })
    server.before(async () => refuse(451))
    expect(await channel.send(mail)).toMatchObject({ status: 451, isFinal: false })
  })

  test('finds nobody where no server is, and waits for no server for ever', async () => {
    const from = 'no-reply@sonaqor.test'
    const nowhere = smtpChannel({ url: 'smtp://127.0.0.1:9', from, host: 'sonaqor.test' })
    const lost = { state: 'failed', reason: 'unreachable', isFinal: false }
    expect(await nowhere.send(mail)).toEqual(lost)
    const silent = createSocket(() => undefined).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const mute = smtpChannel({ url: `smtp://127.0.0.1:${port}`, from, host: 'sonaqor.test' })
    expect(await mute.send(mail)).toMatchObject({ state: 'failed', reason: 'too-slow' })
    mute.close?.()
    nowhere.close?.()
    silent.close()
  })
})

test('a way that nobody has opened says so', async () => {
  expect(await closed('no-mail-server').send(line)).toEqual({
    state: 'suppressed',
    reason: 'no-mail-server',
  })
})

test('what is too long is cut between letters', () => {
  expect(shortened('😀😀😀', 3)).toBe('😀😀😀')
  expect(shortened('😀😀😀😀', 3)).toBe('😀😀…')
})

test('a delivery is tried for hours, each time after a longer while, and never all at once', () => {
  const pauses = Array.from({ length: triesMax - 1 }, (_, at) => pauseAfter(at + 1, () => 0.5))
  expect(pauses).toEqual([5, 15, 45, 135, 405, 1215, 3645, 10_935])
  expect([pauseAfter(1, () => 0), pauseAfter(1, () => 1)]).toEqual([4, 6])
})
