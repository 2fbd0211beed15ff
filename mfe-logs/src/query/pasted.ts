/** What people paste as it stands, or write as they do elsewhere, as the term that it means. */
import { keyShown, secret, uuid } from '@sonaqor/contract/log-query'

const address = /^(\d{1,3}(\.\d{1,3}){3}|[\da-f]*(:[\da-f]*){2,7})(\/\d{1,3})?$/i
const path = /^\/[^\s",*]*\*?$/

/** Undefined for what means what it says. */
export function pasted(bare: string): string | undefined {
  if (uuid.test(bare)) return `request:${bare.toLowerCase()}`
  if (secret.test(bare)) return `key:${bare.slice(0, keyShown)}`
  if (address.test(bare)) return `ip:${bare}`
  return path.test(bare) ? `path:${bareOf(bare)}*` : (pathOf(bare) ?? starredIn(bare))
}

const bareOf = (begun: string) => begun.replace(/\*$/, '')

/** What stands behind the host of a whole address of the web, of which the log keeps no other part. */
function pathOf(bare: string): string | undefined {
  const [, behind] = /^https?:\/\/[^\s"/?#]+([^\s"?#]*)(?:[?#][^\s"]*)?$/i.exec(bare) ?? []
  if (behind === undefined) return undefined
  if (/^\/?$/.test(behind)) return 'path:/'
  if (path.test(behind)) return `path:${bareOf(behind)}*`
  return `path:"${behind.replaceAll('\\', String.raw`\\`)}"*`
}

/** The network of all addresses of IPv4 that begin with these whole numbers. */
export function networkOf(begun: string): string | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){0,2}\.?$/.test(begun)) return undefined
  const numbers = begun.split('.').filter(Boolean)
  return `${[...numbers, '0', '0', '0'].slice(0, 4).join('.')}/${numbers.length * 8}`
}

const starred = /^((?:\d{1,3}\.){1,3})(?:\*\.)*\*$/

/** So networks are written elsewhere; no path holds a star. */
function starredIn(bare: string): string | undefined {
  const values = bare.replace(/^ip:/i, '')
  if (values === bare ? !starred.test(bare) : !bare.includes('*')) return undefined
  const networks = values.split(',').map((value) => {
    const [, begun = ''] = starred.exec(value) ?? []
    return networkOf(begun) ?? value
  })
  return `ip:${networks.join(',')}`
}
