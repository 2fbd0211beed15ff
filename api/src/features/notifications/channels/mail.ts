/** Mail by SMTP. What has arrived twice, because a process died in between, has one Message-ID. */
import type { Transporter } from 'nodemailer'
import type { Channel, Mail, Outcome } from './channel.ts'

export interface MailServer {
  readonly url: string
  readonly from: string
  /** What stands behind the @ of each Message-ID. */
  readonly host: string
}

const answerMs = 10_000
/** A server may be slow with each of its answers, and not with all of them. */
const patienceMs = 25_000

/** Its code is loaded with the first mail: most processes send none. */
async function openTransport(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    url,
    pool: true,
    // As many as are sent at once, so that none waits for another one's connection.
    maxConnections: 8,
    connectionTimeout: answerMs,
    greetingTimeout: answerMs,
    dnsTimeout: answerMs,
    socketTimeout: answerMs,
    // What a message says is never taken for a place to read from.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

export function smtpChannel({ url, from, host }: MailServer): Channel<Mail> {
  let opened: Promise<Transporter> | undefined
  return {
    send: async ({ id, to, subject, text, html }) => {
      opened ??= openTransport(url)
      const transport = await opened
      const sending = transport.sendMail({
        from,
        to,
        subject,
        text,
        html,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      // What comes after the patience is over is nobody's error any more.
      sending.catch(() => undefined)
      return Promise.race([sending.then(sent, refused), tooSlow()])
    },
    close: () => void opened?.then((transport) => transport.close()),
  }
}

const sent = (): Outcome => ({ state: 'sent', status: 250 })

interface SmtpError {
  readonly code?: string
  readonly responseCode?: number
}

/** A 5xx is about this mail, and stays; all else is about the server, or this moment. */
function refused(error: SmtpError): Outcome {
  const { code, responseCode: status } = error
  if (status !== undefined) {
    const isAboutUs = code === 'EAUTH'
    return { state: 'failed', reason: 'refused', status, isFinal: status >= 500 && !isAboutUs }
  }
  // An address that cannot even be written into the envelope.
  if (code === 'EENVELOPE') return { state: 'failed', reason: 'refused', isFinal: true }
  const reason = code === 'ETIMEDOUT' ? 'too-slow' : 'unreachable'
  return { state: 'failed', reason, isFinal: false }
}

function tooSlow(): Promise<Outcome> {
  return new Promise((resolve) => {
    const outcome: Outcome = { state: 'failed', reason: 'too-slow', isFinal: false }
    setTimeout(() => resolve(outcome), patienceMs).unref()
  })
}
