import { leafTypesWritten, marksWritten, redacted } from '@sonaqor/contract/log-redaction-rules'
import type { LogDetail } from '@sonaqor/contract/logs'
import type { Say } from '@sonaqor/module/texts'
import * as texts from './texts/en.ts'

/** What belonged to that one request or connection, or is said by curl itself. */
const left = new Set([
  'accept-encoding',
  'authorization',
  'content-length',
  'idempotency-key',
  'x-request-id',
])

/**
 * Stands in the command in the place of what was too private to be kept, as in the log but without quotes: no JSON has such a value, and
 * curl takes no brackets in an address, so that nobody sends it by mistake.
 */
const placeholder = redacted
/** The same in the place of what was kept, and is not shown to whoever asks. */
const unseen = '[not-shown]'

export interface CurlOptions {
  readonly say: Say
  /** Where the API answers. */
  readonly origin: string | undefined
}

/**
 * The request as a command for a POSIX shell. The key comes from the environment, for no log holds
 * one; headers that were redacted are left out, and the body is the one that the log holds. What it
 * does not hold is said above the command.
 */
export function curlOf(
  { method, path, query, request }: LogDetail,
  { say, origin }: CurlOptions,
): string {
  const headers = Object.entries(request.headers).filter(
    ([name, value]) => !left.has(name) && !value.includes(redacted),
  )
  const address = path + (query && `?${query}`)
  const body = request.body && withoutMasks(request.body.text, !request.body.isHeldBack)
  const command = [
    `curl ${origin === undefined ? `"$SONAQOR_URL"${quote(address)}` : quote(origin + address)}`,
    `--request ${method}`,
    '--header "Authorization: Bearer $SONAQOR_API_KEY"',
    ...headers.map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    ...(body ? [`--data-raw ${quote(body)}`] : []),
  ].join(' \\\n  ')
  const isMasked = address.includes(placeholder) || body?.includes(placeholder)
  const isUnseen = body?.includes(unseen)
  return [
    ...(isMasked ? [`# ${say(texts.maskedValues, { placeholder })}`] : []),
    ...(isUnseen
      ? [`# ${say(texts.unseenValues, { placeholder: unseen, scope: 'customers:read' })}`]
      : []),
    ...(request.body?.cut ? [`# ${say(texts.cutBody)}`] : []),
    command,
  ].join('\n')
}

const maskedText = String.raw`"(?:\\.|[^"\\])*\[redacted\](?:\\.|[^"\\])*"`
/** Of what was not kept the type or the length stands alone, with nothing around it. */
const mark = `"${marksWritten}"(?!:)`
const leafType = `"(?:${leafTypesWritten})"(?!:)`
// One after the other, the quotes around two values would be taken for those of what is between them.
const masks = new RegExp(`${mark}|${maskedText}`, 'g')
const masksAndTypes = new RegExp(`${leafType}|${mark}|${maskedText}`, 'g')

/** A body with the placeholder for each value that the log does not show; of some it shows nothing. */
function withoutMasks(text: string, hasValues: boolean): string {
  if (text === '') return hasValues ? placeholder : unseen
  return hasValues ? text.replaceAll(masks, placeholder) : text.replaceAll(masksAndTypes, unseen)
}

/** Within single quotes a shell reads everything as it stands, but for the quote itself. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}
