/** A mail server for tests: real SMTP on a port of its own, and everything that was handed in. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  readonly to: readonly string[]
  /** As it came over the wire. */
  readonly raw: string
  header(name: string): string
  /** The decoded parts. */
  readonly text: string
  readonly html: string
}

export interface MailServer {
  readonly url: string
  readonly mails: ReceivedMail[]
  /** Asked before a mail is taken: may wait, or throw a refusal with its `responseCode`. */
  before(act: (mail: ReceivedMail) => Promise<void>): void
  to(address: string): ReceivedMail[]
  stop(): Promise<void>
}

const takeAll = async () => undefined

export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  let before: (mail: ReceivedMail) => Promise<void> = takeAll
  const server = new SMTPServer({
    authOptional: true,
    // Whoever keeps a connection is not waited for.
    closeTimeout: 50,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      const take = async () => {
        const mail = readMail(await text(stream), to)
        await before(mail)
        mails.push(mail)
      }
      const answer = async () => {
        const [taken] = await Promise.allSettled([take()])
        done(taken.status === 'rejected' ? (taken.reason as Error) : null)
      }
      void answer()
    },
  })
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const { port: listening } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${listening}`,
    mails,
    before: (act) => {
      before = act
    },
    to: (address) => mails.filter(({ to }) => to.includes(address)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function readMail(raw: string, to: readonly string[]): ReceivedMail {
  const [head = ''] = raw.split('\r\n\r\n', 1)
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ')
  const part = (type: string) => {
    const found = raw.split(/\r\n--/).find((one) => one.includes(`Content-Type: ${type}`)) ?? ''
    const at = found.indexOf('\r\n\r\n')
    const body = found.slice(at + 4)
    if (/transfer-encoding: base64/i.test(found)) return Buffer.from(body, 'base64').toString()
    return /transfer-encoding: quoted-printable/i.test(found) ? unquoted(body) : body
  }
  return {
    to,
    raw,
    header: (name) => {
      const line = unfolded.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name}:`))
      return words(line?.slice(name.length + 1).trim() ?? '')
    },
    text: part('text/plain'),
    html: part('text/html'),
  }
}

const unquoted = (body: string) =>
  Buffer.from(
    body
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16))),
    'latin1',
  ).toString()

/** Encoded words of a header. */
const words = (line: string) =>
  line
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString()
        : unquoted(word.replaceAll('_', ' ')),
    )
