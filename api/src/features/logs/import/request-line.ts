/** What access logs of all kinds write alike: a request in one piece, and a moment. */

/** `GET /v1/customers?limit=2 HTTP/1.1`; a protocol of old names no version, and there are others. */
export function requestIn(text: string): { method: string; path: string; query: string } | null {
  const [, method, target] =
    /^([A-Z]{1,20}) (\S.*?)(?: [A-Z]{2,20}\/\d(?:\.\d)?)?$/.exec(text) ?? []
  if (!method || !target) return null
  const local = target.replace(/^https?:\/\/[^/?]*/i, '')
  const [path = '', ...query] = local.split('?')
  return { method, path: path === '' ? '/' : path, query: query.join('?') }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun']
const later = ['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `17/May/2015:10:05:03 +0000` */
export function momentIn(text: string): Date | null {
  const [, day, name, year, time, sign, hours, minutes] =
    /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-])(\d\d)(\d\d)$/.exec(text) ?? []
  const month = [...months, ...later].indexOf(name ?? '') + 1
  if (month === 0) return null
  return instantIn(
    `${year}-${String(month).padStart(2, '0')}-${day}T${time}${sign}${hours}:${minutes}`,
  )
}

/** An instant of ISO 8601 with its offset; a day that its month does not have is none. */
export function instantIn(text: string): Date | null {
  const [, date, rest] =
    /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))$/.exec(text) ?? []
  if (!date || !rest) return null
  const isDay = !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date)
  const moment = new Date(`${date}${rest}`)
  return isDay && !Number.isNaN(moment.getTime()) ? moment : null
}

/** A status as HTTP has them, else null. */
export function statusIn(value: unknown): number | null {
  const status = Number(value)
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : null
}

/** A dash is how these logs say that there was nothing. */
export const told = (text: unknown): string | null =>
  typeof text === 'string' && text !== '' && text !== '-' ? text : null
