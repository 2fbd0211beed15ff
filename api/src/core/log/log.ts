import pino from 'pino'

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

export function createLog(level: string): Logger {
  return pino({
    level,
    base: { pid: process.pid },
    redact: {
      paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[redacted]',
    },
  })
}
