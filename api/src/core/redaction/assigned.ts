/** Values that a text tells by their names: `password=…`, `;token=…`, `"secret": "…"`. */
import { isSensitive } from './sensitive-names.ts'

/** A colon alone stands behind many a word; behind a name in quotes it does what a sign of equality does. */
const assigned =
  /(?<![\w.-])([\w.-]{1,64})(\s{0,2}=\s{0,2}|\\{0,3}["']\s{0,2}[:=]\s{0,2})(\\{0,3}"[^"]{0,2048}"?|'[^']{0,2048}'?|[^\s&;,"'<>(){}[\]]{1,2048})/g

/** The text with the value of each name that is private replaced. */
export const withoutAssigned = (text: string, stead: string): string =>
  text.replace(assigned, (found: string, name: string, sign: string, value: string) => {
    if (!isSensitive(name)) return found
    const [quote = ''] = /^\\{0,3}["']/.exec(value) ?? []
    return `${name}${sign}${quote}${stead}${value.slice(quote.length).endsWith(quote) ? quote : ''}`
  })
