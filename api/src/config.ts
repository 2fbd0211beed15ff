/** The one place that reads the environment. What is missing or wrong is told all at once. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

export const roles = ['web', 'live', 'worker'] as const
export type ServerRole = (typeof roles)[number]

const flag = z.stringbool().default(false)
const connection = z
  .string('is missing')
  .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')

/** Names that no network reaches us by: this machine's own, and those kept for tests (RFC 6761). */
const unreachable = /^(127\.\d+\.\d+\.\d+|\[::1\]|(.+\.)?localhost|.+\.test)$/

const Environment = z.object({
  DATABASE_APP_URL: connection,
  DATABASE_WORKER_URL: connection,
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(16),
  HOST: z.string().default('0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  PUBLIC_URL: z.url().optional(),
  STAFF_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** How many proxies of ours stand before us; as many entries of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SONAQOR_KEK: z.base64().optional(),
  SONAQOR_KEK_FILE: z.string().optional(),
  /** Further keys that are unwrapped with and never wrapped, while one takes the other's place. */
  SONAQOR_KEK_ALSO: z.string().optional(),
  /** Where signed checkpoints of the audit logs are posted to; without it they go into our own log. */
  AUDIT_CHECKPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Who is asked for DNS records, in place of the machine's own: `10.0.0.2:53`, with commas. */
  DNS_SERVERS: z
    .string()
    .regex(/^\[?[\da-fA-F.:]+\]?(:\d+)?(,\[?[\da-fA-F.:]+\]?(:\d+)?)*$/, 'must be addresses')
    .optional(),
  /** Where GitHub publishes the keys by which its secret scanning signs. */
  GITHUB_KEYS_URL: z
    .url({ protocol: /^https?$/ })
    .default('https://api.github.com/meta/public_keys/secret_scanning'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]{3,250}$/, 'must be one line')
    .optional(),
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).default('https://slack.com/api'),
  SMS_ACCOUNT: z.string().optional(),
  SMS_TOKEN: z.string().optional(),
  SMS_FROM: z.string().optional(),
  SMS_API_URL: z.url({ protocol: /^https?$/ }).default('https://api.twilio.com'),
  SONAQOR_BUILD_DIR: z.string().default('.build'),
  SONAQOR_DEMO: flag,
  SONAQOR_TEST_CLOCK: flag,
  /** Benchmarks raise every quota by this factor, so that they measure the work and not the limit. */
  SONAQOR_LIMIT_FACTOR: z.coerce.number().min(1).default(1),
})

/** Every name that a server process reads, the owner's login included, which migrating alone takes. */
export const configNames: readonly string[] = ['DATABASE_URL', ...Object.keys(Environment.shape)]

export interface Config {
  readonly database: {
    readonly appUrl: string
    readonly workerUrl: string
    readonly poolSize: number
  }
  readonly host: string
  readonly port: number
  /** The origin at which browsers reach us, without a slash at its end. */
  readonly publicUrl: string
  /** The origin of Sonaqor's own staff, on a host of its own: nothing of tenants answers there. */
  readonly staffUrl: string
  readonly trustedProxies: number
  readonly logLevel: string
  /** The key-encryption keys, 32 bytes each: the first wraps every other secret, all unwrap. */
  readonly keks: readonly [Buffer, ...Buffer[]]
  readonly auditCheckpointUrl?: string | undefined
  readonly githubKeysUrl: string
  /** Where mails are handed in; none is sent without. */
  readonly mail: { readonly url: string; readonly from: string } | null
  readonly slack: {
    readonly apiUrl: string
    readonly botToken: string | undefined
    readonly webhookUrl: string | undefined
  } | null
  readonly sms: {
    readonly apiUrl: string
    readonly account: string
    readonly token: string
    readonly from: string
  } | null
  readonly buildDir: string
  readonly demo: boolean
  readonly testClock: boolean
  /** Whether servers of this very machine may be asked where somebody names them: for tests and the demo. */
  readonly allowsLoopback: boolean
  /** Empty for those of the machine. */
  readonly dnsServers: readonly string[]
  readonly limitFactor: number
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

type Variables = Readonly<Record<string, string | undefined>>

/** Reads the whole configuration of a server process, or fails with a line for each wrong name. */
export function readConfig(variables: Variables = process.env): Config {
  const parsed = Environment.safeParse(withoutEmpty(variables))
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  const kek = kekOf(variables)
  if (typeof kek === 'string') faults.push(kek)
  const also = furtherKeksOf(variables)
  if (typeof also === 'string') faults.push(also)
  const publicUrl = parsed.success ? originOf(parsed.data) : ''
  const staffUrl = parsed.success ? staffOriginOf(parsed.data, publicUrl) : ''
  if (parsed.success) faults.push(...faultsOfStaff(staffUrl, publicUrl))
  if (parsed.data?.SONAQOR_TEST_CLOCK && !unreachable.test(new URL(publicUrl).hostname)) {
    faults.push('SONAQOR_TEST_CLOCK: lets any caller say what time it is, so only for tests')
  }
  const sms = parsed.data ? smsOf(parsed.data) : null
  if (typeof sms === 'string') faults.push(sms)
  if (
    !parsed.success ||
    typeof kek === 'string' ||
    typeof also === 'string' ||
    typeof sms === 'string' ||
    faults.length > 0
  ) {
    throw new ConfigError(faults.join('\n'))
  }
  const read = parsed.data
  return {
    database: {
      appUrl: read.DATABASE_APP_URL,
      workerUrl: read.DATABASE_WORKER_URL,
      poolSize: read.DATABASE_POOL_SIZE,
    },
    host: read.HOST,
    port: read.PORT,
    publicUrl,
    staffUrl,
    trustedProxies: read.TRUSTED_PROXIES,
    logLevel: read.LOG_LEVEL,
    keks: [kek, ...also],
    auditCheckpointUrl: read.AUDIT_CHECKPOINT_URL,
    githubKeysUrl: read.GITHUB_KEYS_URL,
    mail: mailOf(read, publicUrl),
    slack: slackOf(read),
    sms,
    buildDir: resolve(read.SONAQOR_BUILD_DIR),
    demo: read.SONAQOR_DEMO,
    testClock: read.SONAQOR_TEST_CLOCK,
    allowsLoopback:
      (read.SONAQOR_DEMO || read.SONAQOR_TEST_CLOCK) &&
      unreachable.test(new URL(publicUrl).hostname),
    dnsServers: read.DNS_SERVERS?.split(',') ?? [],
    limitFactor: read.SONAQOR_LIMIT_FACTOR,
  }
}

const originOf = ({ PUBLIC_URL, PORT }: z.infer<typeof Environment>): string =>
  new URL(PUBLIC_URL ?? `http://localhost:${PORT}`).origin

type Read = z.infer<typeof Environment>

/** Of a name a name below it; of an address, which has none, this machine's own. */
function staffOriginOf({ STAFF_URL }: Read, publicUrl: string): string {
  if (STAFF_URL) return new URL(STAFF_URL).origin
  const { protocol, hostname, port } = new URL(publicUrl)
  const isAddress = /^[\d.]+$|^\[/.test(hostname)
  return new URL(`${protocol}//staff.${isAddress ? 'localhost' : hostname}:${port}`).origin
}

/** Cookies know hosts and no ports, so a port of its own would keep nobody apart. */
function faultsOfStaff(staffUrl: string, publicUrl: string): string[] {
  const [staff, tenants] = [new URL(staffUrl), new URL(publicUrl)]
  if (staff.hostname === tenants.hostname) {
    return ['STAFF_URL: must be on another host than PUBLIC_URL, for cookies know no ports']
  }
  const isOpen = tenants.protocol === 'https:' && staff.protocol !== 'https:'
  return isOpen && !unreachable.test(staff.hostname)
    ? ['STAFF_URL: must begin with https:// where PUBLIC_URL does']
    : []
}

const mailOf = ({ SMTP_URL: url, MAIL_FROM: from }: Read, publicUrl: string): Config['mail'] =>
  url === undefined
    ? null
    : { url, from: from ?? `Sonaqor <no-reply@${new URL(publicUrl).hostname}>` }

const slackOf = ({
  SLACK_API_URL: apiUrl,
  SLACK_BOT_TOKEN: botToken,
  SLACK_WEBHOOK_URL: webhookUrl,
}: Read): Config['slack'] => (botToken || webhookUrl ? { apiUrl, botToken, webhookUrl } : null)

/** A carrier needs all three; a part of them is a mistake, and no wish to go without. */
function smsOf({
  SMS_API_URL: apiUrl,
  SMS_ACCOUNT: account,
  SMS_TOKEN: token,
  SMS_FROM: from,
}: Read): Config['sms'] | string {
  if (account && token && from) return { apiUrl, account, token, from }
  const isUnset = account === undefined && token === undefined && from === undefined
  return isUnset ? null : 'SMS_ACCOUNT, SMS_TOKEN, SMS_FROM: all of them must be set, or none'
}

/** What migrating needs: the owner's login, and nothing else. */
export function readOwnerUrl(variables: Variables = process.env): string {
  const parsed = connection.safeParse(withoutEmpty(variables)['DATABASE_URL'])
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues.map(({ message }) => `DATABASE_URL: ${message}`).join())
}

/** An empty variable is one that is not set; compose files and shells make them by accident. */
function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
}

function kekOf(variables: Variables): Buffer | string {
  const { SONAQOR_KEK: inline, SONAQOR_KEK_FILE: file } = variables
  if (!inline && !file) return 'SONAQOR_KEK or SONAQOR_KEK_FILE: one of them must be set'
  try {
    return keyOf('SONAQOR_KEK', inline || readFileSync(join(file ?? ''), 'utf8').trim())
  } catch {
    return `SONAQOR_KEK_FILE: cannot read ${file}`
  }
}

/** One or several, with commas between them. */
function furtherKeksOf({ SONAQOR_KEK_ALSO: also }: Variables): Buffer[] | string {
  const keys = also ? also.split(',').map((text) => keyOf('SONAQOR_KEK_ALSO', text.trim())) : []
  return (
    keys.find((key) => typeof key === 'string') ?? keys.filter((key) => typeof key !== 'string')
  )
}

function keyOf(name: string, text: string): Buffer | string {
  const key = Buffer.from(text, 'base64')
  return key.length === 32 ? key : `${name}: must be 32 bytes in base64`
}
