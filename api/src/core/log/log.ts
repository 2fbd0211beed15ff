import pino, { type DestinationStream } from 'pino'
import { redacted } from '@sonaqor/contract/log-redaction-rules'
import { shownError } from './shown-error.ts'

export type Logger = pino.Logger

/** Whatever of this kind gets into a log line by mistake is blotted out there. */
const secrets = [
  'authorization',
  'cookie',
  'password',
  'token',
  'secret',
  'clientSecret',
  'refreshToken',
]

/** Writes to standard output, unless a test wants to read along. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    serializers: { err: (error: unknown) => shownError(error) },
    redact: {
      paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: redacted,
    },
  }
  return destination ? pino(options, destination) : pino(options)
}
